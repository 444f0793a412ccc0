"use strict";

// The page of the city desk: a map, the counts, and one complaint at a time.
// Whatever comes from the server is put in as text, never as markup.

const STATUS = {
  "not-answered": { label: "not yet answered", layer: 2, corners: null },
  "in-work": { label: "in work", layer: 1, corners: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]] },
  "done": { label: "done", layer: 0, corners: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]] },
};
const OUTCOME = { "routed": "routed", "ambiguous": "ambiguous", "outside": "outside the areas", "needs-location": "without a usable place" };
const MOVES = { StartWork: "Start work", Answer: "Answer", Resolve: "Resolve" };
const NEEDS_TEXT = ["Answer", "Resolve"];
const ROWS = 15;
const LIST_STEP = 50;
const POLL_MS = 2000;
const ANSWER_WITHIN_MS = 20000;

const $ = id => document.getElementById(id);

/** A new element; strings among the children become text. */
function node(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A status mark, the same drawing as in the legend. */
function mark(status, overdue) {
  const drawing = document.querySelector(`#legend .mark.${STATUS[status] ? status : "overdue"}`).cloneNode(true);
  drawing.classList.toggle("late", overdue);
  return drawing;
}

/** Shows a sentence in a strip, or hides the strip when there is none. */
function say(strip, sentence) {
  if (strip.textContent !== sentence) strip.textContent = sentence;
  strip.hidden = !sentence;
}

function number(n) {
  return n.toLocaleString("en");
}

/** The clock of the office, not of the browser: 2026-11-24T09:15+07:00 reads 2026-11-24 09:15 (+07:00). */
function time(iso) {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*(.*)$/.exec(iso);
  return node("time", { dateTime: iso }, parts ? `${parts[1]} ${parts[2]} (${parts[3] === "Z" ? "UTC" : parts[3]})` : iso);
}

/** JSON from the server; a fault becomes an Error whose message is a sentence for the officer. */
async function ask(path, options = {}) {
  const response = await fetch(path, { ...options, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).catch(() => null);
  if (!response) throw new Error("The city desk does not answer. Is the program still running? What you see may be out of date.");
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  throw new Error(body?.error ?? `The city desk answered ${path} with status ${response.status} and nothing this page can read.`);
}

// ---- The map ----

const colours = getComputedStyle(document.documentElement);
const colour = name => colours.getPropertyValue(`--${name}`).trim();

// One canvas for areas and dots: of two, the upper one would keep the mouse from the lower.
const map = L.map("map", { renderer: L.canvas({ tolerance: 4 }), attributionControl: false, zoomSnap: 0.25, maxZoom: 18 });
map.setView([-6.2, 106.83], 10);
const areas = L.geoJSON(null, { style: areaStyle }).addTo(map);
const dots = L.featureGroup().addTo(map);
const dotOf = new Map(); // complaint id -> dot
const regions = new Map(); // kota -> { tint, centres of its areas }
let selected = null; // id of the complaint in the detail panel

/** A dot whose shape, not only its colour, tells the status. It uses the inner doors of Leaflet 1.9.4, as its own shapes do. */
const Dot = L.CircleMarker.extend({
  _updatePath() {
    const corners = STATUS[this.complaint.status]?.corners;
    if (!corners) return this._renderer._updateCircle(this);
    if (!this._renderer._drawing || this._empty()) return;
    const context = this._renderer._ctx;
    context.beginPath();
    for (const [x, y] of corners) context.lineTo(this._point.x + x * this._radius, this._point.y + y * this._radius);
    context.closePath();
    this._renderer._fillStroke(context, this);
  },
});

/** The areas above an area, the nearest first. */
function parentsOf({ kelurahan, kecamatan, kota, provinsi }) {
  return [kelurahan, kecamatan, kota ?? provinsi].filter(Boolean).join(", ");
}

function regionOf({ properties }) {
  return properties.kota ?? properties.provinsi ?? "";
}

function areaStyle(feature) {
  const tint = (regions.get(regionOf(feature))?.tint ?? 0) % 5;
  return { color: colour("border"), weight: 0.8, fillColor: colour(`tint-${tint}`), fillOpacity: 1 };
}

function dotStyle({ id, status, overdue }) {
  const size = dotOf.size > 2000 ? 4 : 6.5;
  return {
    radius: id === selected ? size + 4 : size,
    color: colour(overdue ? "overdue" : "dot-outline"),
    weight: (overdue ? size / 2.6 : 1) + (id === selected ? 1 : 0),
    fillColor: colour(STATUS[status] ? status : "muted"),
    fillOpacity: 1,
  };
}

function drawAreas(collection) {
  const broadFirst = [...collection.features].sort((a, b) => (a.properties.code ?? "").length - (b.properties.code ?? "").length);
  for (const feature of broadFirst) {
    const region = regionOf(feature);
    if (!regions.has(region)) regions.set(region, { tint: regions.size, centres: [] });
  }
  areas.addData(broadFirst);
  areas.bindTooltip(({ feature: { properties } }) =>
    node("div", {}, node("strong", {}, properties.name), node("small", {}, parentsOf(properties))), { sticky: true });
  areas.on("mouseover", ({ layer }) => layer.setStyle({ color: colour("border-hover"), weight: 2.5 }));
  areas.on("mouseout", ({ layer }) => areas.resetStyle(layer));
  areas.eachLayer(layer => regions.get(regionOf(layer.feature)).centres.push(layer.getBounds().getCenter()));
  if (regions.size <= 12) regions.forEach(nameRegion);
}

function nameRegion({ centres }, name) {
  const mean = axis => centres.reduce((sum, centre) => sum + centre[axis], 0) / centres.length;
  L.tooltip({ permanent: true, direction: "center", className: "region" })
    .setLatLng([mean("lat"), mean("lng")])
    .setContent(node("span", {}, name.replace(/^(Kota|Kabupaten) Administrasi /, "")))
    .addTo(map);
}

function drawDots(complaints) {
  const placed = complaints.filter(hasPlace).sort((a, b) => STATUS[a.status]?.layer - STATUS[b.status]?.layer || a.overdue - b.overdue);
  const present = new Set(placed.map(({ id }) => id));
  for (const [id, dot] of dotOf) {
    if (present.has(id)) continue;
    dots.removeLayer(dot);
    dotOf.delete(id);
  }
  for (const complaint of placed) {
    const { id, lat, lon } = complaint;
    if (!dotOf.has(id)) dotOf.set(id, new Dot([lat, lon]));
    Object.assign(dotOf.get(id), { complaint }).setLatLng([lat, lon]);
  }
  styleDots();
  for (const { id } of placed) dots.addLayer(dotOf.get(id)); // those already there stay as they are
}

function styleDots() {
  for (const dot of dotOf.values()) dot.setStyle(dotStyle(dot.complaint));
}

/** Marks one complaint on the map, and brings it into view. */
function select(id) {
  selected = id;
  styleDots();
  const dot = dotOf.get(id);
  if (dot) map.panInside(dot.bringToFront().getLatLng(), { padding: [40, 40] });
}

/** Where most areas are: a few far islands would make the city small. */
function showCity() {
  const centres = [...regions.values()].flatMap(region => region.centres);
  if (!centres.length) return;
  const [south, north, west, east] = [["lat", 0.03], ["lat", 0.97], ["lng", 0.03], ["lng", 0.97]].map(([axis, part]) =>
    centres.map(centre => centre[axis]).sort((a, b) => a - b)[Math.round(part * (centres.length - 1))]);
  map.fitBounds(L.latLngBounds([south, west], [north, east]).pad(0.14), { animate: false });
}

function showEverything() {
  const bounds = L.latLngBounds([]).extend(areas.getBounds()).extend(dots.getBounds());
  if (bounds.isValid()) map.fitBounds(bounds, { animate: false });
}

dots.bindTooltip(({ complaint }) => node("div", {}, node("strong", {}, complaint.category), node("small", {}, describe(complaint))));
dots.on("click", ({ layer }) => openComplaint(layer.complaint.id));
map.on("zoomend", () => $("map").classList.toggle("far", map.getZoom() < 10));
$("show-city").addEventListener("click", showCity);
$("show-everything").addEventListener("click", showEverything);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  areas.setStyle(areaStyle);
  styleDots();
});

// ---- The counts and tables ----

let tables = [];
let chosenTable = 0;
let allRows = false;

function showDesk(desk) {
  const { counts } = desk;
  document.title = $("title").textContent = desk.title;
  $("boundaries").textContent = desk.boundaries ? `Boundaries: ${desk.boundaries}` : "";
  say($("notice"), desk.notice ?? "");
  const feed = desk.receivedAll ? "All of the feed is taken in." : `Taking in the feed … ${number(counts.complaints)} so far`;
  if ($("feed").textContent !== feed) $("feed").textContent = feed;

  $("counts").replaceChildren(...[
    ["complaints", counts.complaints, ""],
    ["not yet answered", counts.notAnswered, "not-answered"],
    ["in work", counts.inWork, "in-work"],
    ["done", counts.done, "done"],
    ["overdue", counts.overdue, "overdue"],
  ].map(([label, count, className]) => node("div", { className }, node("dt", {}, label), node("dd", {}, number(count)))));
  const places = { "routed": counts.routed, "ambiguous": counts.ambiguous, "outside": counts.outside, "needs-location": counts.needsLocation };
  $("outcomes").textContent = `Place: ${Object.entries(places).map(([outcome, n]) => `${number(n)} ${OUTCOME[outcome]}`).join(" · ")}`;

  tables = desk.tables;
  if ([...$("tabs").children].map(tab => tab.textContent).join() !== tables.map(table => table.title).join()) {
    $("tabs").replaceChildren(...tables.map(({ title }, value) =>
      node("label", {}, node("input", { type: "radio", name: "table", value, checked: value === chosenTable }), title)));
  }
  showTable();

  $("left-out-title").textContent = `Left out: ${number(counts.leftOut)}`;
  $("left-out-note").textContent = counts.leftOut === 0 ? "Nothing was left out."
    : counts.leftOut > desk.leftOut.length ? `The first ${desk.leftOut.length} of ${number(counts.leftOut)} are listed.` : "";
  $("left-out-list").replaceChildren(...desk.leftOut.flatMap(({ where, why }) => [node("dt", {}, where), node("dd", {}, why)]));
}

function showTable() {
  const { title, rows } = tables[chosenTable] ?? { title: "", rows: [] };
  $("table-title").textContent = title;
  const cell = count => node("td", { className: count ? "" : "zero" }, number(count));
  $("rows").replaceChildren(...rows.slice(0, allRows ? rows.length : ROWS).map(row => node("tr", {},
    node("th", { scope: "row" }, row.name || "(none)"),
    ...[row.complaints, row.notAnswered, row.inWork, row.done, row.overdue].map(cell))));
  $("all-rows").hidden = rows.length <= ROWS;
  $("all-rows").textContent = allRows ? `Show the first ${ROWS}` : `Show all ${rows.length}`;
}

$("tabs").addEventListener("change", ({ target }) => {
  chosenTable = Number(target.value);
  allRows = false;
  showTable();
});
$("all-rows").addEventListener("click", () => {
  allRows = !allRows;
  showTable();
});

// ---- The list of complaints: those without a place, and a way to all others without a mouse ----

const FILTERS = [
  ["without a place", complaint => !hasPlace(complaint)],
  ["overdue", complaint => complaint.overdue],
  ...Object.entries(STATUS).map(([status, { label }]) => [label, complaint => complaint.status === status]),
  ["all", () => true],
];
let complaints = [];
let moreThanListed = false;
let listLength = LIST_STEP;

function hasPlace({ lat, lon }) {
  return Number.isFinite(lat) && Number.isFinite(lon);
}

function describe({ kelurahan, outcome, status, overdue }) {
  return [kelurahan || OUTCOME[outcome] || outcome, STATUS[status]?.label ?? status, ...(overdue ? ["overdue"] : [])].join(" · ");
}

function showList() {
  const focused = document.activeElement?.dataset.id;
  const chosen = Math.max($("filter").selectedIndex, 0);
  $("filter").replaceChildren(...FILTERS.map(([label, test], index) =>
    node("option", { selected: index === chosen }, `${label} (${number(complaints.filter(test).length)})`)));
  const [label, test] = FILTERS[chosen];
  const found = complaints.filter(test);
  $("list-note").textContent = (found.length ? "" : `No complaint is here: “${label}”. `)
    + (moreThanListed ? `Map and list hold the first ${number(complaints.length)} complaints; the tables count all.` : "");
  $("list").replaceChildren(...found.slice(0, listLength).map(complaint => {
    const button = node("button", { type: "button", onclick: () => openComplaint(complaint.id) }, mark(complaint.status, complaint.overdue),
      node("span", {}, `${complaint.category} · ${describe(complaint)}`), node("code", {}, complaint.id.slice(0, 8)));
    button.dataset.id = complaint.id;
    return node("li", {}, button);
  }));
  if (focused) $("list").querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  $("longer-list").hidden = found.length <= listLength;
  $("longer-list").textContent = `Show ${LIST_STEP} more of ${number(found.length)}`;
}

$("filter").addEventListener("change", () => {
  listLength = LIST_STEP;
  showList();
});
$("longer-list").addEventListener("click", () => {
  listLength += LIST_STEP;
  showList();
});

// ---- One complaint ----

let shown = null; // the complaint in the detail panel, as the server last told it
const drafts = new Map(); // id -> text not yet sent

async function openComplaint(id) {
  select(id);
  shown = null;
  $("answer").value = drafts.get(id) ?? "";
  $("detail-title").textContent = `Complaint ${id.slice(0, 8)}`;
  $("detail-body").replaceChildren("Loading …");
  $("moves").hidden = true;
  say($("detail-problem"), "");
  $("overview").hidden = true;
  $("detail").hidden = false;
  $("detail-title").focus({ preventScroll: true });
  $("detail").scrollIntoView();
  await loadDetail(id);
}

async function loadDetail(id) {
  try {
    const complaint = await ask(`/api/complaints/${encodeURIComponent(id)}`);
    if (selected === id) showDetail(complaint); // unless another was opened meanwhile
  } catch (error) {
    if (selected !== id) return;
    if (!shown) $("detail-body").replaceChildren();
    sayInDetail(error.message);
  }
}

function showDetail(complaint) {
  shown = complaint;
  const { status, overdue, kelurahan, kecamatan, kota, deadline, moves } = complaint;
  const lines = (...texts) => texts.filter(Boolean).map(text => node("p", {}, text));
  const part = (title, content) => content.length ? [node("h3", {}, title), ...content] : [];
  $("detail-body").replaceChildren(
    node("blockquote", {}, complaint.text),
    node("p", { className: "state" }, mark(status, overdue), ` ${STATUS[status]?.label ?? status}${overdue ? " · overdue" : ""}`),
    ...part("Category", lines(complaint.category)),
    ...part("Place", lines([kelurahan, kecamatan, kota].filter(Boolean).join(", "), complaint.routing)),
    ...part("Unit", lines(complaint.unit, complaint.because)),
    ...part("Due", lines(complaint.due && time(complaint.due))),
    ...part("How the deadline came about", deadline?.length ? [node("ol", {}, ...deadline.map(entry => node("li", {}, entry)))] : []),
    ...part("History", complaint.history.map(({ at, what }) => node("p", { className: "event" }, time(at), what))));

  $("moves").hidden = moves.length === 0;
  $("answer").hidden = $("answer-label").hidden = !moves.some(move => NEEDS_TEXT.includes(move));
  $("move-buttons").replaceChildren(...moves.map(move => node("button", { value: move }, MOVES[move] ?? move)));
}

/** Shows why something failed where the officer looks, however far the panel is scrolled. */
function sayInDetail(sentence) {
  say($("detail-problem"), sentence);
  $("detail-problem").scrollIntoView({ block: "center" });
}

/** After a refused move the complaint is read again; the officer's text stays. */
async function move(event) {
  event.preventDefault();
  const { id, version } = shown;
  const name = event.submitter.value;
  const text = NEEDS_TEXT.includes(name) ? $("answer").value.trim() : "";
  if (NEEDS_TEXT.includes(name) && !text) {
    sayInDetail(`“${MOVES[name]}” needs a text.`);
    $("answer").focus();
    return;
  }
  for (const button of $("move-buttons").children) button.disabled = true;
  try {
    const complaint = await ask(`/api/complaints/${encodeURIComponent(id)}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ move: name, text, version }),
    });
    if (text) drafts.delete(id);
    seenRevision = null;
    pollNow();
    if (selected !== id) return;
    if (text) $("answer").value = "";
    say($("detail-problem"), "");
    showDetail(complaint);
    $("detail-title").focus();
  } catch (error) {
    await loadDetail(id);
    if (selected === id) sayInDetail(error.message);
  } finally {
    for (const button of $("move-buttons").children) button.disabled = false;
  }
}

function closeDetail() {
  const id = selected;
  select(null);
  shown = null;
  $("detail").hidden = true;
  $("overview").hidden = false;
  ($("list").querySelector(`[data-id="${CSS.escape(id)}"]`) ?? $("map")).focus({ preventScroll: true });
}

$("moves").addEventListener("submit", move);
$("answer").addEventListener("input", () => drafts.set(selected, $("answer").value));
$("close").addEventListener("click", closeDetail);
$("detail").addEventListener("keydown", event => {
  if (event.key === "Escape") closeDetail();
});

// ---- The poll ----

let areasDrawn = false;
let seenDesk = "";
let seenRevision = null;
let pollNow = () => {};

async function refresh() {
  const desk = await ask("/api/desk");
  if (seenDesk !== JSON.stringify(desk)) showDesk(desk);
  seenDesk = JSON.stringify(desk);
  if (!areasDrawn) {
    drawAreas(await ask("/api/areas"));
    areasDrawn = true;
    showCity();
  }
  if (desk.revision === seenRevision) return;
  ({ complaints, more: moreThanListed } = await ask("/api/complaints"));
  drawDots(complaints);
  showList();
  seenRevision = desk.revision;
  // The open complaint may have been changed by a colleague or by the clock.
  const now = shown && complaints.find(({ id }) => id === shown.id);
  if (now && (now.status !== shown.status || now.overdue !== shown.overdue)) await loadDetail(shown.id);
}

for (;;) {
  await refresh().then(() => say($("problem"), ""), error => say($("problem"), error.message));
  await new Promise(resume => {
    pollNow = resume;
    setTimeout(resume, POLL_MS);
  });
}
