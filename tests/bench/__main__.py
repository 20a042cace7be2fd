"""make bench: every measuring program of this folder, each as a table."""

import importlib
import pkgutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "site")]


def main(chosen: list[str]) -> None:
    names = [module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]) if not module.name.startswith("_")]
    for name in names:
        if not chosen or name in chosen:
            print(f"\n{name}")
            for what, figure, unit in importlib.import_module(f"tests.bench.{name}").rows():
                print(f"  {what:<40} {figure:>12} {unit}")


if __name__ == "__main__":
    main(sys.argv[1:])
