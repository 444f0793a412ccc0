"use strict";

// The officers' page: what is due next, one complaint with the legal moves, and what has to be seen to.

import { moveForms, templateButtons } from "./commands.js";
import { $, ask, ledgers, lines, node, number, part, proofs, say, send, time } from "./shared.js";
import { t } from "./words.js";

const POLL_MS = 3000;

let open = null; // the id of the complaint in the detail panel
let shown = null; // what the server last told of it
let after = null; // where the list goes on
let seenRevision = null;

function mark(colour, late) {
  return node("span", { className: `swatch ${colour}${late ? " late" : ""}` });
}

// ---- The list ----

async function loadUnits() {
  const { tables } = await ask("/api/figures");
  const chosen = $("unit").value;
  const units = tables.find(table => table.by === "UNIT").rows.filter(row => row.key);
  $("unit").replaceChildren(node("option", { value: "" }, "All offices"), ...units.map(row =>
    node("option", { value: row.key, selected: row.key === chosen }, `${row.name} (${number(row.open)} open, ${number(row.overdue)} overdue)`)));
}

async function loadList(from = null) {
  const query = new URLSearchParams({ order: $("order").value, state: $("state").value, limit: "50" });
  if ($("unit").value) query.set("unit", $("unit").value);
  if (from) query.set("after", from);
  const page = await ask(`/api/officer/complaints?${query}`);
  after = page.after;
  const rows = page.complaints.map(complaint => {
    const { id, status, overdue, category, expected, history, internal } = complaint;
    const flags = [internal.priority === "NORMAL" ? "" : internal.priority, internal.secret ? "secret" : "", internal.anonymous ? "anonymous" : ""];
    return node("li", {}, node("button", { type: "button", onclick: () => openComplaint(id) }, mark(status.colour, overdue),
      node("span", {}, node("strong", {}, `${category} · ${status.text}`), ...lines(history[0].text, flags.filter(Boolean).join(" · "))),
      expected ? time(expected) : ""));
  });
  if (from) $("list").append(...rows);
  else $("list").replaceChildren(...(rows.length ? rows : [node("li", {}, "Nothing is here.")]));
  $("more").hidden = !after;
}

// ---- One complaint ----

async function openComplaint(id) {
  open = id;
  say($("answer"), "");
  await loadDetail();
  $("detail").hidden = false;
  $("detail-title").focus({ preventScroll: true });
}

async function loadDetail() {
  const complaint = await ask(`/api/complaints/${encodeURIComponent(open)}/officer`);
  const prepared = await ask(`/api/complaints/${encodeURIComponent(open)}/templates`);
  if (complaint.id !== open) return;
  showDetail(complaint);
  $("moves").append(node("div", { className: "buttons" }, ...templateButtons(prepared.templates, $("moves"))), ...lines(permission(prepared.permission)));
}

/** Before an officer writes: whether the channel takes an answer, how long, until when. */
function permission({ allowed, because, maxCharacters, maxPhotos, until, price }) {
  if (!allowed) return `Answer by hand: ${because}`;
  return [`Answer: up to ${number(maxCharacters)} characters`, maxPhotos ? `${maxPhotos} photos` : "no photos", until ? `until ${until.slice(0, 16).replace("T", " ")}` : "", price].filter(Boolean).join(" · ");
}

function showDetail(complaint) {
  shown = complaint;
  const { id, status, overdue, category, unit, areas, place, deadlines, proof, followers, history, internal, similar } = complaint;
  $("detail-title").textContent = `Complaint ${id}`;
  $("detail-body").replaceChildren(
    ...(history[0].text ? [node("blockquote", {}, history[0].text)] : []),
    node("p", { className: "state" }, mark(status.colour, overdue), ` ${status.text}${overdue ? " · overdue" : ""}`),
    ...lines([category, `priority ${internal.priority}`, internal.secret ? "SECRET" : "", internal.anonymous ? "ANONYMOUS" : "", `from ${internal.account}`].filter(Boolean).join(" · "),
      [areas.map(({ name }) => name).join(", "), place?.lat === undefined ? place?.words : `${place.lat}, ${place.lon}`].filter(Boolean).join(" · "),
      unit?.name, `${number(followers)} followers`),
    ...part("Promises", ledgers(deadlines, ({ target, state, due, overdue: late }) =>
      `${target} ${state}${due ? `, due ${due.slice(0, 16).replace("T", " ")}` : ""}${late ? " – MISSED" : ""}`)),
    ...part("Who had it", lines(...internal.holdings.map(({ unit: name, end, minutes, charged }) =>
      `${name}: ${end}, ${number(minutes)} office minutes${charged ? "" : ", charged to nobody"}`))),
    ...part("Photos of the repair", proofs(proof)),
    ...part("May be the same issue", similar.map(suggestion)),
    ...part("History", history.map(({ at, kind, text, by, officer }) =>
      node("p", { className: "event" }, time(at), `${t(kind)} (${officer || by.toLowerCase()})`, text ? node("q", {}, text) : ""))));
  $("moves").replaceChildren(...moveForms(complaint, act));
}

function suggestion({ id, score, reasons, text }) {
  const merge = node("button", { type: "button", onclick: () => act({ command: "Merge", into: id, text: "Masalah ini sudah dilaporkan sebelumnya." }) }, "Merge into it");
  return node("div", { className: "similar" }, node("p", {}, node("strong", {}, `${score} of 100 `), text), ...lines(...reasons),
    node("div", { className: "buttons" }, node("button", { type: "button", onclick: () => openComplaint(id) }, "Open"), merge));
}

/** A refusal says why; if somebody else was first, the complaint is read again. */
async function act(command) {
  const { id, version } = shown;
  try {
    await send(`/api/complaints/${encodeURIComponent(id)}/commands`, { ...command, version, officer: $("officer").value });
    say($("answer"), `${command.command}: done.`);
    seenRevision = null;
  } catch (error) {
    say($("answer"), error.message);
  }
  await loadDetail();
  $("answer").scrollIntoView({ block: "center" });
}

// ---- What has to be seen to ----

async function loadAlerts() {
  const { count, alerts } = await ask("/api/alerts");
  $("alerts-title").textContent = `Warnings and escalations: ${number(count)}`;
  $("alerts").replaceChildren(...alerts.slice(0, 50).map(({ at, complaint, target, step, to, unit }) =>
    node("li", {}, node("button", { type: "button", onclick: () => openComplaint(complaint) }, time(at), ` ${target} ${step} → ${to === "unit" ? unit : to}`))));
}

async function loadLetters() {
  const { letters } = await ask("/api/dead-letters");
  $("letters-title").textContent = `Answers that did not arrive: ${number(letters.length)}`;
  $("letters").replaceChildren(...letters.map(({ id, complaint, state, account, note }) =>
    node("li", {}, ...lines(`${state} · ${account} · ${note}`), node("div", { className: "buttons" },
      node("button", { type: "button", onclick: () => openComplaint(complaint) }, "Open"),
      node("button", { type: "button", onclick: () => retry(id) }, "Try again")))));
}

async function retry(id) {
  await send(`/api/dead-letters/${encodeURIComponent(id)}/retry`).catch(error => say($("problem"), error.message));
  await loadLetters();
}

// ---- The room ----

async function loadInbox() {
  const query = new URLSearchParams({ limit: "50" });
  if ($("account").value) query.set("account", $("account").value);
  const { items, after: next } = await ask(`/api/inbox?${query}`);
  $("inbox-title").textContent = `Waiting for an answer: ${number(items.length)}${next ? "+" : ""}`;
  $("inbox").replaceChildren(...items.map(({ complaint, text, account, lastHeard, claim, permission: may }) =>
    node("li", {}, node("button", { type: "button", onclick: () => openComplaint(complaint) }, time(lastHeard),
      node("span", {}, ...lines(text.slice(0, 140), [account, may.allowed ? "" : "by hand", claim ? `${claim.officer} is answering` : ""].filter(Boolean).join(" · ")))))));
}

async function loadAccounts() {
  const { accounts } = await ask("/api/accounts");
  const chosen = $("account").value;
  $("account").replaceChildren(node("option", { value: "" }, "All accounts"), ...accounts.map(({ account }) => node("option", { value: account, selected: account === chosen }, account)));
  const bad = accounts.filter(({ problem }) => problem).length;
  $("accounts-title").textContent = `Accounts: ${number(accounts.length)}${bad ? `, ${number(bad)} with a problem` : ""}`;
  $("accounts").replaceChildren(...accounts.map(({ account, unit, lastMessage, problem, quotaLeft }) =>
    node("li", {}, ...lines([account, unit].filter(Boolean).join(" · "),
      problem ? `${problem.kind}: ${problem.message}` : "", lastMessage ? `last message ${lastMessage.slice(0, 16).replace("T", " ")}` : "no message yet",
      quotaLeft === null ? "" : `${number(quotaLeft)} left of the quota`))));
}

// ---- The poll ----

const { colours } = await ask("/api/legend");
for (const [name, hex] of Object.entries(colours)) document.documentElement.style.setProperty(`--${name}`, hex);

for (const filter of ["unit", "order", "state"]) $(filter).addEventListener("change", () => loadList());
$("more").addEventListener("click", () => loadList(after));
$("account").addEventListener("change", () => loadInbox());

async function refresh() {
  const { revision } = await ask("/api/desk");
  if (revision === seenRevision) return;
  await Promise.all([loadUnits(), loadList(), loadAlerts(), loadLetters(), loadInbox(), loadAccounts()]);
  if (seenRevision === null && !open && location.hash.length > 1) await openComplaint(location.hash.slice(1));
  seenRevision = revision;
}

for (;;) {
  await refresh().then(() => say($("problem"), ""), error => say($("problem"), error.message));
  await new Promise(resume => setTimeout(resume, POLL_MS));
}
