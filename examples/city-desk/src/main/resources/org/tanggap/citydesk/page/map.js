// The map: areas, and a dot for each complaint whose colour and shape tell how it stands.

import { $, node } from "./shared.js";
import { t } from "./words.js";

/** The colours come from the server; each has a shape of its own, for whoever cannot tell colours. */
export const SHAPES = {
  red: { layer: 4, corners: null },
  yellow: { layer: 3, corners: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]] },
  blue: { layer: 2, corners: [[0, -1.15], [1.1, 0.85], [-1.1, 0.85]] },
  green: { layer: 1, corners: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]] },
  grey: { layer: 0, corners: [[-1.1, -0.5], [1.1, -0.5], [1.1, 0.5], [-1.1, 0.5]] },
};

const SVG = "http://www.w3.org/2000/svg";

/** The mark of a colour, the same drawing as on the map. */
export function mark(colour, overdue = false) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "-8 -8 16 16");
  drawing.setAttribute("class", `mark ${SHAPES[colour] ? colour : "overdue"}${overdue ? " late" : ""}`);
  drawing.setAttribute("aria-hidden", "true");
  const corners = SHAPES[colour]?.corners;
  const shape = document.createElementNS(SVG, corners ? "polygon" : "circle");
  if (corners) shape.setAttribute("points", corners.map(([x, y]) => `${x * 6},${y * 6}`).join(" "));
  else shape.setAttribute("r", "6");
  drawing.append(shape);
  return drawing;
}

const colours = getComputedStyle(document.documentElement);
const colour = name => colours.getPropertyValue(`--${name}`).trim();

// One canvas for areas and dots: of two, the upper one would keep the mouse from the lower.
const map = L.map("map", { renderer: L.canvas({ tolerance: 4 }), attributionControl: false, zoomSnap: 0.25, maxZoom: 18 });
map.setView([-6.2, 106.83], 10);
const areas = L.geoJSON(null, { style: areaStyle }).addTo(map);
const dots = L.featureGroup().addTo(map);
const dotOf = new Map(); // complaint id -> dot
const regions = new Map(); // kota -> { tint, centres of its areas }
let selected = null;

/** It uses the inner doors of Leaflet 1.9.4, as its own shapes do. */
const Dot = L.CircleMarker.extend({
  _updatePath() {
    const corners = SHAPES[this.complaint.colour]?.corners;
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

function dotStyle({ id, colour: name, overdue }) {
  const size = dotOf.size > 2000 ? 4 : 6.5;
  return {
    radius: id === selected ? size + 4 : size,
    color: colour(overdue ? "overdue" : "dot-outline"),
    weight: (overdue ? size / 2.6 : 1) + (id === selected ? 1 : 0),
    fillColor: colour(SHAPES[name] ? name : "muted"),
    fillOpacity: 1,
  };
}

export function drawAreas(collection) {
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

export function hasPlace({ lat, lon }) {
  return Number.isFinite(lat) && Number.isFinite(lon);
}

export function drawDots(complaints) {
  const placed = complaints.filter(hasPlace).sort((a, b) => SHAPES[a.colour]?.layer - SHAPES[b.colour]?.layer || a.overdue - b.overdue);
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
export function select(id) {
  selected = id;
  styleDots();
  const dot = dotOf.get(id);
  if (dot) map.panInside(dot.bringToFront().getLatLng(), { padding: [40, 40] });
}

/** Where most areas are: a few far islands would make the city small. */
export function showCity() {
  const centres = [...regions.values()].flatMap(region => region.centres);
  if (!centres.length) return;
  const [south, north, west, east] = [["lat", 0.03], ["lat", 0.97], ["lng", 0.03], ["lng", 0.97]].map(([axis, share]) =>
    centres.map(centre => centre[axis]).sort((a, b) => a - b)[Math.round(share * (centres.length - 1))]);
  map.fitBounds(L.latLngBounds([south, west], [north, east]).pad(0.14), { animate: false });
}

function showEverything() {
  const bounds = L.latLngBounds([]).extend(areas.getBounds()).extend(dots.getBounds());
  if (bounds.isValid()) map.fitBounds(bounds, { animate: false });
}

export function describe({ kelurahan, outcome, colour: name, overdue }) {
  return [kelurahan || t(outcome), t(name), ...(overdue ? [t("overdue")] : [])].join(" · ");
}

/** Says who is to hear of a click on a dot. */
export function onClick(open) {
  dots.on("click", ({ layer }) => open(layer.complaint.id));
}

dots.bindTooltip(({ complaint }) => node("div", {}, node("strong", {}, complaint.category), node("small", {}, describe(complaint))));
map.on("zoomend", () => $("map").classList.toggle("far", map.getZoom() < 10));
$("show-city").addEventListener("click", showCity);
$("show-everything").addEventListener("click", showEverything);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  areas.setStyle(areaStyle);
  styleDots();
});
