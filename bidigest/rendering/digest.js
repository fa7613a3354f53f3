
// Search, filters, copying and keys. The page is whole without this; nothing here adds a word to it.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const tools = one(".tools");
  const input = one("input", tools);
  const [kind, source] = all("select", tools);
  const found = one("output", tools);
  const help = one("#help");
  const points = all("[data-point]");
  const sources = all("[data-source]").filter(item => item !== source);
  const conflicts = all(".conflict");
  const items = "[data-point], .conflict, tr[data-source]";
  const parts = all(".theme, #points, #conflicts, #single, #sources");

  // What a reader types and what a source writes: full and half width, upper and lower case alike.
  const folded = text => text.normalize("NFKC").toLowerCase();
  const texts = new Map();
  const textOf = element => {
    if (!texts.has(element)) {
      const theme = element.closest(".theme")?.querySelector("h3")?.textContent ?? "";
      texts.set(element, folded(`${theme} ${element.textContent}`));
    }
    return texts.get(element);
  };

  // A source's row in the table is found by what its text holds, not by its name alone.
  const textOfSource = element => textOf(document.getElementById(element.dataset.source));

  function filter() {
    const words = folded(input.value).split(/\s+/).filter(Boolean);
    const holds = text => words.every(word => text.includes(word));
    for (const point of points) {
      const { point: made, sources: names } = point.dataset;
      const right = kind.value === "disputed" ? "disputed" in point.dataset : !kind.value || made === kind.value;
      const from = !source.value || names.split(" ").includes(source.value);
      point.hidden = !(right && from && (!words.length || holds(textOf(point))));
    }
    for (const item of sources) {
      const chosen = !source.value || item.dataset.source === source.value;
      item.hidden = !(chosen && (!words.length || holds(textOfSource(item))));
    }
    for (const item of conflicts) item.hidden = words.length > 0 && !holds(textOf(item));
    for (const part of parts) part.hidden = all(items, part).every(item => item.hidden);
    const shown = points.filter(point => !point.hidden).length;
    const filtered = shown < points.length || sources.some(item => item.hidden);
    if (!filtered) for (const part of parts) part.hidden = false;
    document.documentElement.classList.toggle("filtered", filtered);
    const said = [tools.dataset.found.replace("{n}", shown).replace("{total}", points.length)];
    const holding = words.length ? sources.filter(item => !item.hidden) : [];
    const names = [...new Set(holding.map(item => item.dataset.source))];
    const told = names.length > 8 ? [...names.slice(0, 7), "…"] : names;
    if (told.length) said.push(tools.dataset.foundIn.replace("{sources}", told.join(", ")));
    found.textContent = filtered ? said.join(" · ") : "";
  }

  function clear() {
    input.value = kind.value = source.value = "";
    filter();
  }

  // Without a secure context (a page from another machine) the older way still copies.
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.body.appendChild(document.createElement("textarea"));
      const before = document.activeElement;
      field.value = text;
      field.select();
      document.execCommand("copy");
      field.remove();
      before?.focus({ preventScroll: true });
    }
  }

  const link = point => `${location.href.split("#")[0]}#${point.id}`;

  function quotation(citation) {
    const quote = one("blockquote", citation);
    const [place, file] = all(".where a", citation).map(item => item.textContent);
    const [name, ...rest] = place.split(" ");
    const title = one("h3 [lang]", document.getElementById(name)).textContent;
    const [before, after] = quote.lang === "zh-Hant" ? "「」" : "“”";
    return `${before}${quote.textContent}${after}\n— ${title}, ${rest.join(" ")} (${file})`;
  }

  // The points that are shown, each with where it is said, and what these places are in.
  function everything() {
    const named = new Set();
    const lines = points.filter(point => !point.hidden).map(point => {
      const places = new Map();
      for (const citation of all(".where", point).filter(item => !one(".against", item.parentNode))) {
        const place = one("a", citation).textContent;
        const [name] = place.split(" ");
        if (!places.has(name)) places.set(name, place);
        named.add(name);
      }
      if ("disputed" in point.dataset) places.set("", one("[value=disputed]", kind).textContent);
      return `• ${one("[data-statement]", point).textContent} (${[...places.values()].join("; ")})`;
    });
    const texts = all("#texts article").filter(text => named.has(text.id)).map(text =>
      `${text.id} ${one("h3 [lang]", text).textContent} — ${all(".where a", text).at(-1).textContent}`);
    return [one("h1").textContent.trim(), "", ...lines, "", ...texts].join("\n");
  }

  async function copyOf(point, what) {
    await copy(what === "link" ? link(point) : quotation(one(".citations > li", point)));
    tell(point);
  }

  async function copyAll() {
    await copy(everything());
    tell();
  }

  function tell(copied) {
    found.textContent = tools.dataset.copied;
    copied?.classList.add("copied");
    setTimeout(() => {
      copied?.classList.remove("copied");
      filter();
    }, 1500);
  }

  const current = () => document.activeElement?.closest("[data-point]") ?? one("[data-point]:target");

  function go(step) {
    const shown = points.filter(point => !point.hidden);
    if (!shown.length) return;
    const at = shown.indexOf(current());
    const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + step, 0), shown.length - 1);
    one("summary", shown[next]).focus({ preventScroll: true });
    shown[next].scrollIntoView({ block: "nearest" });
  }

  const keys = {
    j: () => go(1),
    k: () => go(-1),
    "/": () => input.focus(),
    "?": () => help.showModal(),
    c: () => current() && copyOf(current(), "quotation"),
    l: () => current() && copyOf(current(), "link"),
    a: copyAll,
    Escape: clear,
  };

  document.addEventListener("keydown", event => {
    const typing = event.target.closest("input, select, textarea");
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
    if (typing && event.key !== "Escape") return;
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    if (typing) typing.blur();
    keys[event.key]();
  });

  document.addEventListener("click", event => {
    const button = event.target.closest("[data-copy]");
    if (event.target.closest("[data-copy-all]")) copyAll();
    if (button) copyOf(button.closest("[data-point]"), button.dataset.copy);
    if (event.target.closest("#contents a")) one("#contents details").open = false;
  });

  // A link to a point opens it; one that a filter hides is shown again.
  function arrive() {
    const place = document.getElementById(location.hash.slice(1));
    if (!place) return;
    const hidden = place.closest("[hidden]") ?? place.querySelector("[data-point][hidden]");
    if (hidden) clear();
    if (place.matches("[data-point]")) one("details", place).open = true;
    if (hidden) place.scrollIntoView();
  }

  for (const point of points) {
    one(".citations", point).after(one("#actions").content.cloneNode(true));
  }
  one("[data-help]", tools).addEventListener("click", () => help.showModal());
  one("[data-close]", help).addEventListener("click", () => help.close());
  input.addEventListener("input", filter);
  for (const list of [kind, source]) list.addEventListener("change", filter);
  addEventListener("hashchange", arrive);
  tools.hidden = false;
  document.documentElement.classList.add("scripted");
  filter();
  arrive();
})();
