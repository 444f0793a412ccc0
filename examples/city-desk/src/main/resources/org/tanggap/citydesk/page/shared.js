// What both pages need. Whatever comes from the server is put in as text, never as markup.

import { language, t } from "./words.js";

const ANSWER_WITHIN_MS = 20000;

export const $ = id => document.getElementById(id);

/** A new element; strings among the children become text. */
export function node(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Shows a sentence in a strip, or hides the strip when there is none. */
export function say(strip, sentence) {
  if (strip.textContent !== sentence) strip.textContent = sentence;
  strip.hidden = !sentence;
}

export function number(n) {
  return n.toLocaleString(language);
}

/** The clock of the office, not of the browser: 2026-11-24T09:15+07:00 reads 2026-11-24 09:15. */
export function time(iso) {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(iso);
  return node("time", { dateTime: iso, title: iso }, parts ? `${parts[1]} ${parts[2]}` : iso);
}

/** A heading with what belongs to it; nothing if there is nothing. */
export function part(title, content) {
  const shown = content.filter(Boolean);
  return shown.length ? [node("h3", {}, title), ...shown] : [];
}

export function lines(...texts) {
  return texts.filter(Boolean).map(text => node("p", {}, text));
}

/** JSON from the server; a fault becomes an Error whose message is a sentence for people. */
export async function ask(path, options = {}) {
  const response = await fetch(path, { ...options, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).catch(() => null);
  if (!response) throw new Error(t("silent"));
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  throw Object.assign(new Error(body?.error ?? t("unreadable", { n: response.status })), { kind: body?.kind });
}

export function send(path, content = {}) {
  return ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(content) });
}

/** The promises with their ledgers. */
export function ledgers(deadlines, name) {
  return deadlines.map(deadline =>
    node("details", {}, node("summary", {}, name(deadline)),
      node("ol", {}, ...deadline.ledger.map(line => node("li", {}, line)))));
}

export function proofs(proof) {
  return proof.map(({ place, metres, time: taken }) => node("p", {},
    `${t("proofPlace")}: ${t(place)}${metres === undefined ? "" : ` (${number(metres)} m)`} · ${t("proofTime")}: ${t(taken)}`));
}
