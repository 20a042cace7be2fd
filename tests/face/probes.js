// What the tests ask of a page. Evaluated as one object; every probe answers with a list of complaints, empty when all is well.
({
  seen(element) {
    return element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true });
  },

  name(element) {
    const words = (element.getAttribute("aria-label") || element.textContent || element.id).trim().replace(/\s+/g, " ").slice(0, 40);
    return `${element.tagName.toLowerCase()}${element.className.baseVal === undefined && element.className ? "." + element.className.replace(/ /g, ".") : ""} "${words}"`;
  },

  visuallyHidden(element) {
    return Boolean(element.closest(".hidden"));
  },

  // A link in the middle of a sentence: other words stand beside it.
  inSentence(element) {
    const words = [...element.parentNode.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
    return getComputedStyle(element).display === "inline" && words.length > 0 && Boolean(element.closest("p, li, dd"));
  },

  // Where a finger may land: the label of a box, or the whole card that a stretched link covers.
  touchArea(element) {
    const stretched = getComputedStyle(element, "::after");
    if (stretched.content !== "none" && stretched.position === "absolute" && element.offsetParent) return element.offsetParent.getBoundingClientRect();
    return (element.closest("label") || element).getBoundingClientRect();
  },

  smallTargets() {
    const focusable = "a[href], button, input, select, textarea, summary, audio, video, [tabindex='0']";
    return [...document.querySelectorAll(focusable)]
      .filter((element) => this.seen(element) && !element.matches(".skip") && !this.visuallyHidden(element) && !this.inSentence(element))
      .map((element) => [element, this.touchArea(element)])
      .filter(([, box]) => box.width < 47.5 || box.height < 47.5)
      .map(([element, box]) => `${this.name(element)}: ${Math.round(box.width)}x${Math.round(box.height)}`);
  },

  // What sticks out of the screen, and what a box cuts off.
  sidewaysScroll() {
    const width = document.documentElement.clientWidth;
    const complaints = document.scrollingElement.scrollWidth > width ? [`the page is ${document.scrollingElement.scrollWidth} px wide on ${width}`] : [];
    for (const element of document.querySelectorAll("body *")) {
      if (!this.seen(element) || this.visuallyHidden(element) || element.closest("svg")) continue;
      const box = element.getBoundingClientRect();
      if (box.width && (box.right > width + 1 || box.left < -1)) complaints.push(`${this.name(element)} from ${Math.round(box.left)} to ${Math.round(box.right)}`);
    }
    return complaints;
  },

  cutText() {
    return [...document.querySelectorAll("body *")]
      .filter((element) => this.seen(element) && !this.visuallyHidden(element) && !element.closest("svg") && element.textContent.trim())
      .filter((element) => {
        const style = getComputedStyle(element);
        const sideways = style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
        const down = style.overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1;
        return element !== document.body && (sideways || down);
      })
      .map((element) => this.name(element));
  },

  // Elements with words of their own, and the size of these.
  textSizes() {
    return this.ownWords(document.body).map((element) => [this.name(element), parseFloat(getComputedStyle(element).fontSize)]);
  },

  ownWords(root) {
    return [...root.querySelectorAll("*")].filter(
      (element) => !element.closest("script, style, noscript, svg") && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()),
    );
  },

  // The language said, and what a screen reader leaps by.
  outline(language) {
    const levels = [...document.querySelectorAll("h1, h2, h3, h4")].map((heading) => Number(heading.tagName[1]));
    const complaints = levels.filter((level, at) => at && level > levels[at - 1] + 1).map((level) => `h${level} after ${levels}`);
    if (document.documentElement.lang.split("-")[0] !== language) complaints.push(`lang is ${document.documentElement.lang}`);
    for (const tag of ["main", "h1"]) if (document.querySelectorAll(tag).length !== 1) complaints.push(`not one <${tag}>`);
    return complaints;
  },

  // Words that are shown, in order.
  shownWords(selector) {
    return this.ownWords(document.querySelector(selector)).filter((element) => this.seen(element)).map((element) => element.textContent.trim().replace(/\s+/g, " "));
  },

  // Words of the article that a printer would leave out, but for what the selector names.
  lostOnPaper(leftOut) {
    return this.ownWords(document.querySelector("main"))
      .filter((element) => !element.closest(leftOut) && !element.closest("[hidden]"))
      .filter((element) => !this.seen(element) || !element.getClientRects().length)
      .map((element) => this.name(element));
  },

  longestLines(most) {
    const complaints = [];
    for (const element of document.querySelectorAll("main p, main li, main dd, main dt, main blockquote")) {
      if (!this.seen(element) || this.visuallyHidden(element) || element.querySelector("p, li, h2, h3, div")) continue;
      const longest = this.longestLine(element);
      if (longest.length > most) complaints.push(`${this.name(element)}: ${longest.length} characters: ${longest}`);
    }
    return complaints;
  },

  longestLine(element) {
    const lines = new Map();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.closest(".address")) continue;
      for (const word of walker.currentNode.data.matchAll(/\S+/g)) {
        range.setStart(walker.currentNode, word.index);
        range.setEnd(walker.currentNode, word.index + word[0].length);
        const box = range.getClientRects()[0];
        if (box && box.height) lines.set(Math.round(box.bottom / 6), `${lines.get(Math.round(box.bottom / 6)) || ""} ${word[0]}`.trim());
      }
    }
    return [...lines.values()].reduce((longest, line) => (line.length > longest.length ? line : longest), "");
  },

  colour(text) {
    const [red, green, blue, alpha = 1] = text.match(/[\d.]+/g).map(Number);
    return { red, green, blue, alpha };
  },

  luminance({ red, green, blue }) {
    const [r, g, b] = [red, green, blue].map((value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  },

  contrast(one, other) {
    const [light, dark] = [this.luminance(one), this.luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  },

  // The nearest painted colour behind; dashes and stitches are decoration on it.
  behind(element) {
    for (let at = element; at; at = at.parentElement) {
      const colour = this.colour(getComputedStyle(at).backgroundColor);
      if (colour.alpha === 1) return colour;
    }
    return { red: 255, green: 255, blue: 255, alpha: 1 };
  },

  // On paper nothing is painted behind the words.
  paleWords(least, onPaper) {
    return this.ownWords(document.body)
      .filter((element) => this.seen(element) && !element.matches(".skip") && !this.visuallyHidden(element) && !element.closest("[disabled]"))
      .map((element) => {
        const style = getComputedStyle(element);
        const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
        const found = this.contrast(this.colour(style.color), onPaper ? { red: 255, green: 255, blue: 255 } : this.behind(element));
        return [element, found, large && !onPaper ? 4.5 : least];
      })
      .filter(([, found, wanted]) => found < wanted)
      .map(([element, found, wanted]) => `${this.name(element)}: ${found.toFixed(1)}, wanted ${wanted}`);
  },

  ring(element) {
    const style = getComputedStyle(element);
    return { outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth), colour: style.outlineColor, shadow: style.boxShadow };
  },

  // Called before the first Tab: how everything looks without focus.
  rememberRest() {
    window.atRest = new Map([...document.querySelectorAll("a[href], button, input, summary, audio, video, [tabindex]")].map((element) => [element, this.ring(element)]));
  },

  // What has the focus: its name and what is wrong with how that shows; null when the Tab key has left the page.
  focused() {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const rest = window.atRest.get(element);
    const now = this.ring(element);
    const complaints = [];
    if (!(now.outline >= 2 && (!rest || rest.outline !== now.outline)) && !(rest && now.shadow !== rest.shadow)) complaints.push("its focus does not show");
    const box = element.getBoundingClientRect();
    const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y]));
    const free = points.some(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit && (hit === element || element.contains(hit) || hit.closest("label")?.contains(element));
    });
    if (!free) complaints.push("something covers it, or it is off the screen");
    window.visited = window.visited || new Set();
    const again = window.visited.has(element);
    window.visited.add(element);
    return { name: this.name(element), complaints, again };
  },

  // With the colours of the system, what is only a coloured area must still have an edge.
  edgeless() {
    return [...document.querySelectorAll(".button, .listen, .checks label, .topics a, .parts a")]
      .filter((element) => this.seen(element))
      .filter((element) => !["Top", "Right", "Bottom", "Left"].some((side) => getComputedStyle(element)[`border${side}Style`] !== "none" && parseFloat(getComputedStyle(element)[`border${side}Width`]) > 0))
      .map((element) => this.name(element));
  },
})
