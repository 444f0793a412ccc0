// What an officer fills in for each command. Which commands are offered is the server's say.

import { node } from "./shared.js";

const text = label => ({ name: "text", label, make: () => node("textarea", { rows: 2, maxLength: 4000, required: true }) });
const choice = (name, label, values) => ({
  name, label, make: () => node("select", { required: true }, ...values.map(value => node("option", { value }, value))),
});
const office = {
  name: "unit", label: "Office",
  make: ({ offices }) => node("select", { required: true }, ...offices.map(({ id, name }) => node("option", { value: id }, name))),
};
const photo = { name: "photo", label: "Photo of the result (its address)", make: () => node("input", { maxLength: 2000 }) };
const takenHere = { name: "takenHere", label: "taken here and now", make: () => node("input", { type: "checkbox", checked: true }) };
const REASON = "Reason, for officers";

/** The name of each command and its fields; one without fields is a button. */
const FORMS = {
  Verify: ["Verify", []],
  StartWork: ["Start work", []],
  PassCheck: ["Check: it is done", []],
  Confirm: ["Citizen confirms", []],
  Claim: ["Take it to answer", []],
  Release: ["Give it back", []],
  Answer: ["Answer the citizen", [text("Answer")]],
  Ask: ["Ask the citizen", [text("Question")]],
  AddMessage: ["Citizen said (by phone)", [text("The citizen's words")]],
  Note: ["Note for officers", [text("Note")]],
  Resolve: ["Declare done", [text("Answer to the citizen"), photo, takenHere]],
  FailCheck: ["Check: it is not done", [text(REASON)]],
  Schedule: ["Plan for a date", [{ name: "date", label: "Promised day", make: () => node("input", { type: "date", required: true }) }, text("Answer to the citizen")]],
  Assign: ["Assign", [office]],
  Forward: ["Pass on", [office, choice("handover", "Why", ["NOT_OURS", "NEXT_STEP"]), text(REASON)]],
  Refer: ["Refer down", [office, text(REASON)]],
  Reject: ["Refuse", [text("Reason, for the citizen")]],
  Clarify: ["Explain in public", [text("Public answer")]],
  Dispute: ["Citizen disputes", [text("The citizen's words")]],
  Reopen: ["Open again", [text(REASON)]],
  ChangePriority: ["Change the priority", [choice("priority", "Priority", ["LOW", "NORMAL", "HIGH", "URGENT"]), text(REASON)]],
  ChangeCategory: ["Sort anew", [choice("category", "Category", ["road", "flood", "waste", "light", "tree", "traffic"]), text(REASON)]],
};

/** The moves of a complaint as buttons and forms; `act` gets the command with what was filled in. */
export function moveForms(complaint, act) {
  const offered = complaint.moves.filter(move => FORMS[move]);
  const buttons = offered.filter(move => !FORMS[move][1].length).map(move =>
    node("button", { type: "button", onclick: () => act({ command: move }) }, FORMS[move][0]));
  const forms = offered.filter(move => FORMS[move][1].length).map(move => moveForm(move, complaint, act));
  return [node("div", { className: "buttons" }, ...buttons), ...forms];
}

/** Prepared answers; a click puts the words into the form, where the officer reads them first. */
export function templateButtons(templates, moves) {
  return templates.map(({ id, text: words }) => node("button", {
    type: "button",
    onclick: () => {
      const form = [...moves.querySelectorAll("details")].find(({ firstChild }) => firstChild.textContent === FORMS.Answer[0]);
      if (!form) return;
      form.open = true;
      form.querySelector("textarea").value = words;
    },
  }, id));
}

function moveForm(move, complaint, act) {
  const [title, fields] = FORMS[move];
  const inputs = fields.map(field => ({ ...field, input: Object.assign(field.make(complaint), { name: field.name }) }));
  const form = node("form", {}, ...inputs.map(({ label, input }) => node("label", {}, label, input)), node("button", {}, title));
  form.addEventListener("submit", event => {
    event.preventDefault();
    act({ command: move, ...filledIn(inputs, complaint) });
  });
  return node("details", { className: "move" }, node("summary", {}, title), form);
}

function filledIn(inputs, { place }) {
  const values = Object.fromEntries(inputs.map(({ name, input }) => [name, input.type === "checkbox" ? input.checked : input.value]));
  const { photo: reference, takenHere: here, ...rest } = values;
  if (!reference) return rest;
  const where = here && place?.lat !== undefined ? { lat: place.lat, lon: place.lon } : {};
  return { ...rest, photos: [{ reference, ...where, ...(here ? { takenAt: new Date().toISOString() } : {}) }] };
}
