"""The addresses that messages carry."""


def addresses_of(pages, language: str) -> dict[int, str]:
    """Primary key to address."""
    return {page.pk: page.canonical for page in pages}


def address_of(page) -> str:
    return addresses_of([page], page.language.code)[page.pk]
