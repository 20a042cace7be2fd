"""Frozen questions, small enough to mark by hand."""


def option(number, **values):
    return {"id": f"o{number}", "text": f"phương án {number}", "picture": None, "alt": "", "audio": None, "feedback": ""} | values


def choice(kind, *weights):
    return question(kind, options=[option(number, weight=weight) for number, weight in enumerate(weights)])


def matching(matches, *right):
    return question("matching", matches=list(matches), options=[option(number, match=match) for number, match in enumerate(right)])


def ordering(*places):
    return question("ordering", options=[option(number, place=place) for number, place in enumerate(places)])


def number(*answers):
    """Each (value, tolerance, weight)."""
    return question("number", answers=[{"id": f"a{n}", "value": v, "tolerance": t, "weight": w, "feedback": ""} for n, (v, t, w) in enumerate(answers)])


def text(*answers, tones=True, case=False):
    """Each (text, weight)."""
    return question("text", answers=[{"id": f"a{n}", "text": t, "weight": w, "feedback": ""} for n, (t, w) in enumerate(answers)], tones=tones, case=case)


def question(kind, **values):
    return {"id": f"q-{kind}", "kind": kind, "text": f"Câu hỏi {kind}", "picture": None, "alt": "", "audio": None, "feedback": ""} | values


def payload(*questions, pass_mark=80, graded=True):
    return {"title": "Bộ câu hỏi", "graded": graded, "pass_mark": pass_mark, "intro": "", "questions": list(questions)}
