"use strict";

// The public page: a map, the figures, and one complaint at a time.

import { describe, drawAreas, drawDots, hasPlace, mark, onClick, select, SHAPES, showCity } from "./map.js";
import { $, ask, ledgers, lines, node, number, part, proofs, say, send, time } from "./shared.js";
import { language, putWords, t } from "./words.js";

const ROWS = 15;
const LIST_STEP = 50;
const POLL_MS = 2000;
const COLOURS = Object.keys(SHAPES);

putWords();

// ---- The legend ----

async function showLegend() {
  const { colours, words } = await ask(`/api/legend?lang=${language}`);
  for (const [name, hex] of Object.entries(colours)) document.documentElement.style.setProperty(`--${name}`, hex);
  $("legend-list").replaceChildren(...COLOURS.map(colour => node("li", {}, mark(colour), t(colour))), node("li", {}, mark("overdue"), t("thick")));
  $("legend-words").replaceChildren(...COLOURS.map(colour => node("li", {}, mark(colour),
    node("small", {}, words.filter(word => word.colour === colour).map(word => word.text).join(" · ")))));
}

// ---- The counts and tables ----

let tables = [];
let league = { places: [], apart: [] };
let chosenTable = "CITY";
let allRows = false;

function showDesk(desk) {
  const { counts } = desk;
  document.title = t("title");
  $("boundaries").textContent = desk.boundaries ? `${t("boundaries")}: ${desk.boundaries}` : "";
  say($("notice"), desk.notice ?? "");
  const feed = desk.receivedAll ? t("taken") : t("taking", { n: number(counts.complaints) });
  if ($("feed").textContent !== feed) $("feed").textContent = feed;
  $("counts").replaceChildren(...["complaints", ...COLOURS, "overdue"].map(name =>
    node("div", { className: name }, node("dt", {}, t(name)), node("dd", {}, number(counts[name])))));
  const places = { "routed": counts.routed, "ambiguous": counts.ambiguous, "outside": counts.outside, "needs-location": counts.needsLocation };
  $("outcomes").textContent = `${t("place")}: ${Object.entries(places).map(([outcome, n]) => `${number(n)} ${t(outcome)}`).join(" · ")}`;
  $("left-out-title").textContent = t("leftOut", { n: number(counts.leftOut) });
  $("left-out-list").replaceChildren(...desk.leftOut.flatMap(({ where, why }) => [node("dt", {}, where), node("dd", {}, why)]));
}

async function showFigures() {
  ({ tables, league } = await ask("/api/figures"));
  if (!$("tabs").children.length) {
    $("tabs").replaceChildren(...[...tables.map(table => table.by), "league"].map(value => node("option", { value }, t(value))));
  }
  showTable();
}

function percent(row) {
  return row.shareInTime === undefined ? "–" : `${Math.round(row.shareInTime * 100)}\u00a0%`;
}

function span(seconds) {
  const hours = seconds / 3600;
  return hours < 1 ? `${Math.round(seconds / 60)} min` : hours < 72 ? `${hours.toFixed(1)} h` : `${Math.round(hours / 24)} d`;
}

function showTable() {
  const isLeague = chosenTable === "league";
  const rows = isLeague ? league.places : tables.find(table => table.by === chosenTable)?.rows ?? [];
  const cell = content => node("td", { className: content ? "" : "zero" }, typeof content === "number" ? number(content) : content);
  const head = isLeague ? ["#", "KELURAHAN", "inTime", "median", "all"] : [chosenTable, "all", "open", "late", "inTime"];
  $("table-head").replaceChildren(...head.map(title => node("th", { scope: "col" }, t(title))));
  $("table").classList.toggle("league", isLeague);
  $("rows").replaceChildren(...rows.slice(0, allRows ? rows.length : ROWS).map(row => {
    const name = node("th", { scope: "row" }, row.name || t("unknown"));
    return isLeague
      ? node("tr", {}, cell(row.rank), name, cell(percent(row)), cell(row.resolution ? span(row.resolution.median) : "–"), cell(row.received))
      : node("tr", {}, name, ...[row.received, row.open, row.overdue, percent(row)].map(cell));
  }));
  $("table-note").textContent = isLeague ? `${t("leagueNote")} ${t("leagueApart", { n: number(league.apart.length) })}` : "";
  $("all-rows").hidden = rows.length <= ROWS;
  $("all-rows").textContent = allRows ? t("showFirst", { n: ROWS }) : t("showAll", { n: number(rows.length) });
}

$("tabs").addEventListener("change", ({ target }) => {
  chosenTable = target.value;
  allRows = false;
  showTable();
});
$("all-rows").addEventListener("click", () => {
  allRows = !allRows;
  showTable();
});

// ---- The list of complaints: those without a place, and a way to all others without a mouse ----

const FILTERS = [
  ["needs-location", complaint => !hasPlace(complaint)],
  ["overdue", complaint => complaint.overdue],
  ...COLOURS.map(colour => [colour, complaint => complaint.colour === colour]),
  ["all", () => true],
];
let complaints = [];
let moreThanListed = false;
let listLength = LIST_STEP;

function showList() {
  const focused = document.activeElement?.dataset.id;
  const chosen = Math.max($("filter").selectedIndex, 0);
  $("filter").replaceChildren(...FILTERS.map(([label, test], index) =>
    node("option", { selected: index === chosen }, `${t(label)} (${number(complaints.filter(test).length)})`)));
  const found = complaints.filter(FILTERS[chosen][1]);
  $("list-note").textContent = (found.length ? "" : `${t("nothing")} `) + (moreThanListed ? t("firstOnly", { n: number(complaints.length) }) : "");
  $("list").replaceChildren(...found.slice(0, listLength).map(complaint => {
    const button = node("button", { type: "button", onclick: () => openComplaint(complaint.id) }, mark(complaint.colour, complaint.overdue),
      node("span", {}, `${complaint.category} · ${describe(complaint)}`), node("code", {}, complaint.id.slice(-6)));
    button.dataset.id = complaint.id;
    return node("li", {}, button);
  }));
  if (focused) $("list").querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  $("longer-list").hidden = found.length <= listLength;
  $("longer-list").textContent = t("showMore", { n: number(Math.min(LIST_STEP, found.length - listLength)) });
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

let open = null; // the id of the complaint in the detail panel
let shown = null; // what the server last told of it

async function openComplaint(id) {
  open = id;
  shown = null;
  select(id);
  $("reason").value = "";
  $("detail-title").textContent = t("complaint", { id: id.slice(-6) });
  $("detail-body").replaceChildren(t("loading"));
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
    const complaint = await ask(`/api/complaints/${encodeURIComponent(id)}?lang=${language}`);
    if (open === id) showDetail(complaint); // unless another was opened meanwhile
  } catch (error) {
    if (open !== id) return;
    if (!shown) $("detail-body").replaceChildren();
    say($("detail-problem"), error.message);
  }
}

function showDetail(complaint) {
  shown = complaint;
  const { status, overdue, areas, place, unit, expected, deadlines, proof, followers, goesOnIn, history, moves } = complaint;
  const where = areas.filter(({ level }) => level !== "PROVINCE").map(({ name }) => name).join(", ");
  const about = place?.metres >= 50 ? t("around", { n: number(Math.round(place.metres)) }) : place?.words;
  $("detail-body").replaceChildren(
    ...(history[0].text ? [node("blockquote", {}, history[0].text)] : []),
    node("p", { className: "state" }, mark(status.colour, overdue), ` ${status.text}`, overdue ? node("strong", { className: "late" }, ` ${t("overdue")}`) : ""),
    ...lines(status.note),
    ...(goesOnIn ? [node("button", { type: "button", onclick: () => openComplaint(goesOnIn) }, t("goesOn"))] : []),
    ...part(t("category"), lines(complaint.category)),
    ...part(t("place"), lines(where, about)),
    ...part(t("unit"), lines(unit?.name)),
    ...part(t("due"), [expected && node("p", {}, time(expected)), ...ledgers(deadlines, () => t("why"))]),
    ...part(t("proof"), proofs(proof)),
    ...part(t("history"), [
      ...history.map(line => node("p", { className: "event" }, time(line.at), t(line.kind),
        line.text && line !== history[0] ? node("q", {}, line.text) : "")),
      followers ? node("p", {}, t("followers", { n: number(followers) })) : null,
    ]));
  $("moves").hidden = !moves.length;
}

/** Whoever reported it says whether it is done. */
async function tell(event) {
  event.preventDefault();
  const command = event.submitter.value;
  const text = $("reason").value.trim();
  if (command === "Dispute" && !text) return say($("detail-problem"), t("needsText"));
  const { id, version } = shown;
  try {
    await send(`/api/complaints/${encodeURIComponent(id)}/commands`, { command, version, text });
    say($("detail-problem"), t("thanks"));
    $("reason").value = "";
  } catch (error) {
    say($("detail-problem"), error.message);
  }
  await loadDetail(id);
}

function closeDetail() {
  const id = open;
  open = shown = null;
  select(null);
  $("detail").hidden = true;
  $("overview").hidden = false;
  ($("list").querySelector(`[data-id="${CSS.escape(id)}"]`) ?? $("map")).focus({ preventScroll: true });
}

onClick(openComplaint);
$("moves").addEventListener("submit", tell);
$("close").addEventListener("click", closeDetail);
$("detail").addEventListener("keydown", event => {
  if (event.key === "Escape") closeDetail();
});

// ---- The poll ----

let areasDrawn = false;
let seenRevision = null;

async function refresh() {
  const desk = await ask("/api/desk");
  showDesk(desk);
  if (!areasDrawn) {
    await showLegend();
    drawAreas(await ask("/api/areas"));
    areasDrawn = true;
    showCity();
  }
  if (desk.revision === seenRevision) return;
  ({ complaints, more: moreThanListed } = await ask("/api/map"));
  drawDots(complaints);
  showList();
  await showFigures();
  if (shown) await loadDetail(shown.id);
  else if (seenRevision === null && location.hash.length > 1) await openComplaint(location.hash.slice(1));
  seenRevision = desk.revision;
}

for (;;) {
  await refresh().then(() => say($("problem"), ""), error => say($("problem"), error.message));
  await new Promise(resume => setTimeout(resume, POLL_MS));
}
