import type { mistakes as english } from '../../../preload/shapes/mistakes.ts';

export const mistakes: typeof english = {
  webAddress: 'Eine Webadresse angeben, die mit http:// oder https:// beginnt.',
  noPasswordInAddress: 'Benutzer und Passwort in ihre eigenen Felder schreiben, nicht in die Adresse.',
  token: 'Ein Token ist ein Wort, ohne Leerzeichen, Zeilenumbrüche oder Zeichen außerhalb von ASCII.',
  cookie: 'Ein Cookie ist eine Zeile aus ASCII-Zeichen.',
  pointer: 'Ein JSON-Zeiger ist leer oder beginnt mit einem Schrägstrich.',
  eventName: 'Auf Ereignisse namens „open“ oder „error“ lässt sich nicht hören.',
  listAddress:
    'Eine Webadresse angeben oder einen Pfad auf demselben Server, der mit einem Schrägstrich beginnt.',
  idForMissed: 'Um nach Verpasstem zu fragen, muss bekannt sein, wo die Kennung steht.',
  sourceName: 'Die Quelle braucht einen Namen.',
  filterName: 'Der Filter braucht einen Namen.',
  manyFilters: 'Höchstens fünfzig Filter lassen sich speichern.',
  filterNameTaken: 'So heißt schon ein anderer Filter.',
  clockTime: 'Eine Uhrzeit wie 22:00 angeben.',
  noDay: 'Mindestens einen Tag auswählen.',
  priorities: 'Die höchste Priorität darf nicht unter der niedrigsten liegen.',
  manyRules: 'Mehr als hundert Regeln sind nicht möglich.',
  ruleIdTaken: 'Zwei Regeln haben dieselbe Kennung.',
  manySources: 'Mehr als 200 Quellen sind nicht möglich.',
  shortPassphrase: 'Eine Passphrase braucht mindestens 8 Zeichen.',
  longPassphrase: 'Eine Passphrase hat höchstens 1000 Zeichen.',
  shortcut: 'Ein Tastenkürzel besteht aus Tasten wie Strg oder Alt und einer weiteren, etwa „Strg+Alt+B“.',
  longSearch: 'Eine Suche hat höchstens 500 Zeichen.',
  webOnly: 'Bellhop öffnet nur Webadressen.',
  longAddress: 'Diese Adresse ist zu lang.',
};
