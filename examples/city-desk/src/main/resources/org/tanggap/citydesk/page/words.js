// The words of the public page in both languages. Those for a status come from the server.

const WORDS = {
  title: ["Meja pengaduan kota", "City desk"],
  loading: ["Memuat …", "Loading …"],
  boundaries: ["Batas wilayah", "Boundaries"],
  taking: ["Laporan sedang dibaca … {n} sejauh ini", "Taking in the feed … {n} so far"],
  taken: ["Semua laporan sudah dibaca.", "All of the feed is taken in."],
  officers: ["Petugas", "Officers"],
  city: ["Kota", "City"],
  everything: ["Seluruh peta", "Whole map"],
  legend: ["Arti warna", "What the colours mean"],
  red: ["menunggu", "waiting"],
  yellow: ["diproses", "in process"],
  blue: ["terjadwal atau bertanya", "planned or asked"],
  green: ["selesai", "done"],
  grey: ["berakhir", "ended"],
  overdue: ["lewat waktu", "overdue"],
  thick: ["garis tebal: lewat waktu", "thick outline: overdue"],
  complaints: ["laporan", "complaints"],
  place: ["Tempat", "Place"],
  routed: ["pasti", "routed"],
  ambiguous: ["di perbatasan", "ambiguous"],
  outside: ["di luar wilayah", "outside the areas"],
  "needs-location": ["tanpa tempat", "without a usable place"],
  tables: ["Angka", "Figures"],
  CITY: ["Kota", "Kota"],
  KECAMATAN: ["Kecamatan", "Kecamatan"],
  KELURAHAN: ["Kelurahan", "Kelurahan"],
  CATEGORY: ["Kategori", "Category"],
  UNIT: ["Instansi", "Office"],
  CHANNEL: ["Kanal", "Channel"],
  WEEK: ["Minggu", "Week"],
  league: ["Peringkat", "League"],
  leagueNote: [
    "Peringkat kelurahan menurut bagian laporan yang selesai tepat waktu; bila sama, menurut waktu tengah sampai selesai.",
    "Kelurahan by the share of complaints that were finished in time; if equal, by the median time until then.",
  ],
  leagueApart: ["Belum dapat dinilai: {n}", "Not to be judged yet: {n}"],
  all: ["semua", "all"],
  open: ["terbuka", "open"],
  late: ["lewat", "overdue"],
  inTime: ["tepat waktu", "in time"],
  median: ["waktu tengah", "median"],
  unknown: ["(tidak diketahui)", "(not known)"],
  showAll: ["Tampilkan semua ({n})", "Show all {n}"],
  showFirst: ["Tampilkan {n} pertama", "Show the first {n}"],
  list: ["Laporan", "Complaints"],
  which: ["Laporan yang mana", "Which complaints to list"],
  nothing: ["Tidak ada laporan di sini.", "No complaint is here."],
  firstOnly: ["Peta dan daftar memuat {n} laporan terbaru.", "Map and list hold the newest {n} complaints; the tables count all."],
  showMore: ["Tampilkan {n} lagi", "Show {n} more"],
  leftOut: ["Tidak diterima: {n}", "Left out: {n}"],
  close: ["Tutup", "Close"],
  complaint: ["Laporan {id}", "Complaint {id}"],
  category: ["Kategori", "Category"],
  unit: ["Instansi", "Office"],
  due: ["Janji selesai", "Due"],
  why: ["Bagaimana janji itu dihitung", "How the deadline came about"],
  proof: ["Foto hasil pekerjaan", "Photos of the repair"],
  proofPlace: ["tempat foto", "place of the photo"],
  proofTime: ["waktu foto", "time of the photo"],
  FITS: ["sesuai", "fits"],
  DIFFERS: ["tidak sesuai", "differs"],
  UNKNOWN: ["tidak diketahui", "not known"],
  followers: ["{n} warga lain menunggu kabar", "{n} others follow it"],
  history: ["Riwayat", "History"],
  around: ["sekitar {n} m", "within about {n} m"],
  goesOn: ["Lihat laporan yang dilanjutkan", "Open the complaint that goes on"],
  confirm: ["Ya, sudah beres", "Yes, it is done"],
  dispute: ["Belum beres", "It is not done"],
  disputeLabel: ["Apa yang belum beres?", "What is not done?"],
  citizen: [
    "Anda yang melapor? (Contoh ini percaya saja; layanan sungguhan mengirim tautan pribadi.)",
    "Was it you who reported it? (This example takes your word; a real service sends a link of your own.)",
  ],
  needsText: ["Tuliskan alasannya.", "Write down why."],
  thanks: ["Terima kasih, sudah kami catat.", "Thank you, we have noted it."],
  silent: [
    "Meja pengaduan tidak menjawab. Apakah programnya masih berjalan?",
    "The city desk does not answer. Is the program still running? What you see may be out of date.",
  ],
  unreadable: ["Jawaban tidak dapat dibaca (status {n}).", "The city desk answered with status {n} and nothing this page can read."],

  RECEIVED: ["Laporan diterima", "Report received"],
  ROUTED: ["Tempat dicari", "Place looked up"],
  VERIFIED: ["Diverifikasi", "Verified"],
  ASSIGNED: ["Ditugaskan", "Assigned"],
  FORWARDED: ["Diteruskan", "Passed on"],
  REFERRED: ["Disposisi", "Referred"],
  WORK_STARTED: ["Mulai dikerjakan", "Work began"],
  ASKED: ["Pelapor ditanya", "Reporter was asked"],
  CITIZEN_WROTE: ["Warga menulis lagi", "Citizen wrote again"],
  ANSWERED: ["Dijawab", "Answered"],
  NOTED: ["Catatan petugas", "Officer's note"],
  SCHEDULED: ["Dijadwalkan", "Planned"],
  RESOLVED: ["Dinyatakan selesai", "Declared done"],
  CHECK_PASSED: ["Lolos pemeriksaan", "Check passed"],
  CHECK_FAILED: ["Tidak lolos pemeriksaan", "Check failed"],
  REJECTED: ["Ditolak", "Refused"],
  CLARIFIED: ["Diklarifikasi", "Explained"],
  CONFIRMED: ["Dibenarkan warga", "Confirmed by the citizen"],
  DISPUTED: ["Disanggah warga", "Disputed"],
  REOPENED: ["Dibuka kembali", "Opened again"],
  CLOSED: ["Ditutup", "Closed"],
  MERGED: ["Digabung", "Merged"],
  ABSORBED: ["Laporan lain digabung ke sini", "Another report joined it"],
  FOLLOWED: ["Diikuti", "Followed"],
  PRIORITY_CHANGED: ["Prioritas diubah", "Priority changed"],
  CATEGORY_CHANGED: ["Kategori diubah", "Category changed"],
  ALERTED: ["Peringatan", "Alert"],
};

const asked = new URLSearchParams(location.search).get("lang");
export const language = asked === "id" || asked === "en" ? asked : navigator.language.startsWith("id") ? "id" : "en";

/** A word or a sentence, with its values filled in; what is not in the list stands for itself. */
export function t(key, values = {}) {
  const text = WORDS[key]?.[language === "id" ? 0 : 1] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Puts the words into the page. */
export function putWords() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-label]")) element.ariaLabel = t(element.dataset.label);
  for (const link of document.querySelectorAll("a[hreflang]")) link.toggleAttribute("aria-current", link.hreflang === language);
}
