#!/usr/bin/env python3
"""Every PDF of a build, held against the standards and against the page of the same document.

usage: look.py OUTPUT      a folder that was built with `--formats html,pdf,pdf-large`
       look.py OUTPUT A B  the same, and two more builds of it that must have the same bytes

The rules are veraPDF's, as the package `page-validation` has them (PDF/UA-1, PDF/A-2a); syntax is qpdf's, faces are poppler's.
Reading order is that of the tags (`pdfinfo -struct-text`): everything that the HTML page says stands in the PDF, in the same order.
The last line says how it went: `N passed, N failed`.
"""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import page

# What a page has and a sheet does not: ways around, and words for those who cannot see a drawing.
SKIPPED = {"nav", "header", "footer", "script", "style", "svg", "figure", "head", "math"}
BLOCKS = {"p", "li", "th", "td", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "caption"}
# Words for those who do not see, gaps, ways back, a slide's foot, the letter of a grade (paper says it in words), and what to press.
UNSAID = {"visually-hidden", "gap", "back", "foot", "badge", "shift-empty"}
VOID = {"br", "hr", "img", "meta", "link", "input", "col", "source", "wbr"}


class Page(HTMLParser):
    """The texts of a page's blocks, in order; of a deck those of its slides, or of its notes."""

    def __init__(self, of_notes=False):
        super().__init__()
        self.of_notes = of_notes
        self.stack, self.texts, self.text = [], [], ""

    def skips(self):
        return any(it[1] for it in self.stack)

    def handle_starttag(self, tag, attributes):
        if tag in VOID:
            return
        classes = (dict(attributes).get("class") or "").split()
        if tag in BLOCKS:
            self.flush()
        # What the sheet for the wall is, paper does not tell: whoever reads the wall sees that.
        on_wall = "kicker" in classes and any(it[2] == "wall" for it in self.stack)
        # Where a claim turns, the screen hides the words above its title, and paper says the claim first, as it stands.
        on_turn = not {"kicker", "claim"}.isdisjoint(classes) and any("layout-inversion" in it[3] for it in self.stack)
        skipped = tag in SKIPPED or on_wall or on_turn or not UNSAID.isdisjoint(classes)
        # A sheet with notes shows its slide as a picture.
        skipped = skipped or ("notes" in classes and not self.of_notes) or ("content" in classes and self.of_notes)
        self.stack.append((tag, skipped, dict(attributes).get("id"), classes))

    def handle_endtag(self, tag):
        if tag in VOID or not any(it[0] == tag for it in self.stack):
            return
        if tag in BLOCKS:
            self.flush()
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not self.skips() and any(it[0] == "main" for it in self.stack):
            self.text += data
        elif self.text:
            # Something that is drawn stands in between: what is on either side is looked for by itself.
            self.flush()

    def flush(self):
        if self.text.strip():
            self.texts.append(self.text.strip())
        self.text = ""


def letters(text):
    return "".join(it for it in text.lower() if it.isalnum())


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, errors="replace")


def rules(path):
    for profile in ("ua1", "2a"):
        report = page.validate_pdf(str(path), profile=profile)
        told = {f"{it.rule_id}: {it.message[:100]}" for it in report.failures}
        if told or (not report.is_compliant and not report.failures):
            yield f"{profile}: {'; '.join(sorted(told)[:3])}"


def syntax(path):
    checked = run("qpdf", "--check", str(path))
    if checked.returncode != 0 or re.search("WARNING|ERROR", checked.stdout + checked.stderr):
        yield f"qpdf: {(checked.stderr or checked.stdout).strip().splitlines()[-1]}"
    for line in run("pdffonts", str(path)).stdout.splitlines()[2:]:
        embedded = line.split()[-5]
        if embedded != "yes":
            yield f"a face is not in the file: {line.split()[0]}"
    about = run("pdfinfo", str(path)).stdout
    if not re.search(r"^Title:\s+\S", about, re.M) or not re.search(r"^Tagged:\s+yes", about, re.M):
        yield "no title, or no tags"


def said(path):
    """The words of a PDF in the order of its tags, and how the tree is built."""
    tree = run("pdfinfo", "-struct-text", str(path)).stdout
    return tree, letters("".join(re.findall(r'^\s*"(.*)"\s*$', tree, re.M)))


def is_lost_at_hyphen(text, spoken, painted):
    """Whether the reader of tags left something of a text out, which is there.

    Poppler 22.12 says "owns the follow" for the cell "owns the follow-up", and so with other words that hold a hyphen, in whichever line
    they stand; its `pdftotext` and MuPDF find the whole word in the same place of the same file. So what comes before the hyphen must be
    said where it should be, and the whole must be painted without a break. Nothing else is let pass.
    """
    before = letters(re.split("[-–‑]", text)[0])
    return letters(text) != before and before in spoken and letters(text) in painted


def order(path, html):
    _, spoken = said(path)
    reader, read = Page(of_notes=path.stem.endswith("-notes")), []

    def painted():
        if not read:
            read.append(letters(run("pdftotext", "-raw", "-r", "72", "-x", "0", "-y", "72", "-W", "900", "-H", "716", str(path), "-").stdout))
        return read[0]

    reader.feed(html.read_text(encoding="utf-8"))
    reader.flush()
    place, missing = 0, []
    for text in reader.texts:
        wanted = letters(text)
        if len(wanted) < 12:
            continue
        found = spoken.find(wanted, place)
        if found >= 0:
            place = found
        elif wanted in spoken:
            missing.append("comes too late: " + text[:60])
        elif not is_lost_at_hyphen(text, spoken[place:], painted()):
            missing.append("is not said: " + text[:60])
    return missing[:3]


# The least that stays free around the words of a sheet, in points: printers reach no further.
EDGE = 18


def shared(a, b, low, high):
    """How much of the shorter one of two stretches lies in the other."""
    length = min(a[high] - a[low], b[high] - b[low])
    return (min(a[high], b[high]) - max(a[low], b[low])) / length if length > 0 else 0


def setting(path):
    """Words that run out of their sheet or into each other, and sheets with nothing on them."""
    boxes = run("pdftotext", "-bbox", str(path), "-").stdout
    for number, (width, height, inside) in enumerate(re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', boxes, re.S), 1):
        words = [
            (*map(float, it[:4]), unescape(it[4]))
            for it in re.findall(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', inside)
        ]
        if not words:
            yield f"page {number} is empty"
        for x, y, end, bottom, word in words:
            if x < EDGE or y < EDGE - 6 or end > float(width) - EDGE or bottom > float(height) - EDGE + 6:
                yield f"page {number}: “{word}” runs out of the sheet"
                break
        # Sorted from above, so that each is held only against its neighbours.
        words = sorted((it for it in words if letters(it[4])), key=lambda it: it[1])
        for idx, one in enumerate(words):
            for other in words[idx + 1 :]:
                if other[1] > one[3]:
                    break
                if shared(one, other, 0, 2) > 0.2 and shared(one, other, 1, 3) > 0.6:
                    yield f"page {number}: “{one[4]}” and “{other[4]}” stand on each other"
                    break


def look(path):
    wrong = [*rules(path), *syntax(path), *list(setting(path))[:4]]
    html = path.with_name(re.sub(r"(-large|-notes)?\.pdf$", ".html", path.name))
    wrong += order(path, html)
    return path, wrong


def leaks(output):
    """Words that only the trainer may read, in what is for participants; the canary course names them."""
    listed = output / "secrets.txt"
    secrets = listed.read_text(encoding="utf-8").split() if listed.exists() else []
    for path in sorted(output.rglob("*.pdf")) if secrets else []:
        text = run("pdftotext", str(path), "-").stdout.lower() + said(path)[0].lower()
        about = run("pdfinfo", str(path)).stdout.lower()
        told = [it for it in secrets if it in text or it in about]
        if told and "trainer" not in path.relative_to(output).parts:
            yield f"{path.relative_to(output)}: says {told}"
    everything = "".join(run("pdftotext", str(it), "-").stdout.lower() for it in sorted(output.glob("trainer/**/guide.pdf")))
    if secrets and secrets[0] not in everything:
        yield "no secret stands in the trainer's guide: the search finds nothing"


def main():
    output, *twins = map(Path, sys.argv[1:])
    paths = sorted(output.rglob("*.pdf"))
    failed = 0
    with ThreadPoolExecutor() as pool:
        for path, wrong in pool.map(look, paths):
            if wrong:
                failed += 1
                print(f"{path.relative_to(output)}: {'; '.join(wrong)}")
    for leak in leaks(output):
        failed += 1
        print(leak)
    for twin in twins:
        for path in paths:
            other = twin / path.relative_to(output)
            if not other.exists() or other.read_bytes() != path.read_bytes():
                failed += 1
                print(f"{path.relative_to(output)}: other bytes in {twin}")
    total = len(paths) * (1 + len(twins))
    print(f"{total - failed} passed, {failed} failed")
    sys.exit(1 if failed or not paths else 0)


main()
