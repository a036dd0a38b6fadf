"""Makes report.png, the picture of the README: the demo's HTML report with one sentence chosen.

    communique demo && python docs/images/make_picture.py demo-report/report.html

Needs Chromium.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PICTURE = Path(__file__).parent / "report.png"
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
# Opens a sentence of one participant, and lets the page begin at their paragraph.
_CHOOSE = """<script>
var heads = Array.from(document.querySelectorAll("h3.head"));
var head = heads.find(function (one) { return one.textContent.includes(%r); });
var after = Array.from(document.querySelectorAll(".s.cited")).filter(function (one) {
  return head.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
});
after[1].click();
document.body.style.marginTop = (32 - head.getBoundingClientRect().top) + "px";
</script></body>"""


def picture(page: Path, participant: str) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("Chromium is needed")
    opened = _POLICY.sub("", page.read_text(encoding="utf-8"))
    opened = opened.replace("</body>", _CHOOSE % participant)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "report.html"
        copy.write_text(opened, encoding="utf-8")
        subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             f"--user-data-dir={folder}/profile", "--window-size=1280,820",
             f"--screenshot={PICTURE}", copy.as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip


if __name__ == "__main__":
    picture(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "Ranjini Menon")
