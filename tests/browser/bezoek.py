"""One visitor in the browser, who notices everything that a reader would not: errors, refusals, strange addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

from samenwerkingswijzer.lokaal.statisch import PAKKETTEN

BUREAU, TABLET, TELEFOON, SMALST = 1440, 834, 390, 320
HOOGTE = {BUREAU: 900, TABLET: 1112, TELEFOON: 844, SMALST: 640}
NORMEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
# Chromium writes this line for every answer above 399; the tests look at the status themselves.
STATUSREGEL = "Failed to load resource: the server responded with a status of"
MELD_WEIGERING = """
document.addEventListener("securitypolicyviolation",
    (wat) => console.error("CSP:", wat.violatedDirective, wat.blockedURI, wat.sourceFile));
"""
# None of these rules reads the styles themselves, so they need not be fetched and read again first (`preload`).
AXE = """async ([normen, kleuren]) => {
    const uitslag = await axe.run(document, {runOnly: {type: "tag", values: normen}, resultTypes: ["violations"],
        preload: false, rules: {"color-contrast": {enabled: kleuren}}});
    return uitslag.violations.map((wat) => wat.id + ": " + wat.help + wat.nodes.map(
        (waar) => "\\n    " + waar.target.join(" ") + " | " + waar.failureSummary.replace(/\\s+/g, " ")).join(""));
}"""
# What sticks out to the right of the window, apart from what lies in a box that may be scrolled or is not shown.
STEEKT_UIT = """() => {
    const ruimte = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= ruimte) return [];
    const vrij = (deel) => deel !== document.body
        && (getComputedStyle(deel).overflowX !== "visible" || vrij(deel.parentElement));
    return [...document.querySelectorAll("main *, header *, footer *")]
        .filter((deel) => deel.getBoundingClientRect().right > ruimte + 1 && !vrij(deel))
        .map((deel) => deel.tagName.toLowerCase() + "." + [...deel.classList].join(".")).slice(0, 8);
}"""


@cache
def axe_bron() -> str:
    """The accessibility checker of Deque, from the same npm packages as the styles."""
    return (PAKKETTEN / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@dataclass
class Bezoek:
    """A page in a browser context, and what was wrong so far."""

    context: BrowserContext
    adres: str
    klachten: list[str] = field(default_factory=list)
    page: Page = field(init=False)
    _luistert: bool = True

    def __post_init__(self) -> None:
        self.context.add_init_script(MELD_WEIGERING)
        self.context.on("request", self._let_op_adres)
        self.context.on("response", self._let_op_antwoord)
        self.page = self.context.new_page()
        self.page.on("console", self._let_op_console)
        self.page.on("pageerror", lambda fout: self.klachten.append(f"fout in script: {fout}"))
        self.page.set_default_timeout(10_000)

    def ga(self, pad: str, status: int = 200) -> Page:
        """Open an address of the portal, which must answer with this status."""
        if not self._luistert:
            self.page.goto("about:blank")  # what axe set off may still be on its way
            self._luistert = True
        antwoord = self.page.goto(self.adres + pad)
        assert antwoord
        assert antwoord.status == status, f"{pad} gaf {antwoord.status}"
        return self.page

    def log_in(self, email: str) -> None:
        """Become one of the example accounts, as the buttons of the log-in page do."""
        pagina = self.context.request.get(f"{self.adres}/account/login/")
        bewijs = CSRF.search(pagina.text())
        assert bewijs
        velden = {"email": email, "csrfmiddlewaretoken": bewijs.group(1)}
        antwoord = self.context.request.post(f"{self.adres}/demo/inloggen/", form=velden, max_redirects=0)
        assert antwoord.status == 302

    def begin_opnieuw(self) -> None:
        """Be somebody else in the same window: nobody yet, at a desk, to whom nothing happened."""
        self.page.goto("about:blank")
        self.context.clear_cookies()
        self.breedte(BUREAU)
        self.klachten.clear()
        self._luistert = True

    def breedte(self, breedte: int) -> None:
        """Give the window another width, with the height that belongs to it."""
        self.page.set_viewport_size({"width": breedte, "height": HOOGTE[breedte]})

    def toegankelijk(self, *, kleuren: bool = True) -> list[str]:
        """What axe finds wrong with the page as it stands now. Afterwards the console of this page counts no more.

        `kleuren`: whether contrast counts, which takes the most time and does not depend on the width.
        """
        self.page.wait_for_load_state()  # also after a form was sent
        self._luistert = False  # axe itself tries inline styles, which our policy rightly refuses
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(axe_bron())
        gevonden: list[str] = self.page.evaluate(AXE, [NORMEN, kleuren])
        return gevonden

    def bekijk(self) -> None:
        """Look at the open page, with everything opened, at three widths: accessible, and within the window."""
        self.klapt_uit()
        gevonden = {BUREAU: self.toegankelijk()}
        self.breedte(TELEFOON)
        gevonden[TELEFOON] = self.toegankelijk(kleuren=False) + self.steekt_uit()
        self.breedte(SMALST)
        gevonden[SMALST] = self.steekt_uit()
        assert gevonden == {BUREAU: [], TELEFOON: [], SMALST: []}

    def steekt_uit(self) -> list[str]:
        """Parts that make the page scroll sideways."""
        gevonden: list[str] = self.page.evaluate(STEEKT_UIT)
        return gevonden

    def klapt_uit(self) -> None:
        """Open everything that can be opened."""
        self.page.evaluate("() => document.querySelectorAll('details').forEach((deel) => { deel.open = true; })")

    def _let_op_adres(self, verzoek: Request) -> None:
        if not verzoek.url.startswith((f"{self.adres}/", "data:")):
            self.klachten.append(f"vraagt iets op van elders: {verzoek.url}")

    def _let_op_antwoord(self, antwoord: Response) -> None:
        hulpbestand = antwoord.request.resource_type not in ("document", "xhr", "fetch")
        if antwoord.status >= 500 or (antwoord.status >= 400 and hulpbestand):
            self.klachten.append(f"{antwoord.status} op {antwoord.url}")

    def _let_op_console(self, regel: ConsoleMessage) -> None:
        if self._luistert and regel.type in ("error", "warning") and not regel.text.startswith(STATUSREGEL):
            self.klachten.append(f"console: {regel.text}")
