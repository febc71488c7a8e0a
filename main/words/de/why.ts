import type { why as english, toastFailures as englishFailures } from '../en/why.ts';

export const why: typeof english = {
  arrivals: {
    first: 'übernommen, als die Quelle hinzugefügt wurde',
    'catch-up': 'nach einer Unterbrechung der Verbindung nachgeholt',
    live: 'über die laufende Verbindung eingetroffen',
  },

  occasions: {
    update: 'eine neuere Fassung ist eingetroffen',
    again: 'noch einmal eingetroffen',
    snooze: 'der Zeitpunkt war da: nicht mehr zurückgestellt',
  },

  reasons: {
    arrived: 'nichts sprach gegen eine Einblendung',
    history: 'älter als die Quelle in Bellhop und als gelesen markiert',
    'source-off': 'die Quelle war ausgeschaltet',
    'source-muted': 'die Quelle ist stummgeschaltet',
    rule: 'eine eigene Regel hat entschieden',
    paused: 'Einblendungen waren pausiert',
    'quiet-hours': 'in der Ruhezeit eingetroffen, gemeldet wird nach ihrem Ende',
    urgent: 'Dringendes wird auch in der Ruhezeit eingeblendet',
    'quiet-end': 'die Ruhezeit war vorbei',
    'back-together': 'Teil einer Sammelmeldung: mehrere kamen zugleich zurück',
    'in-view': 'der Eingang war im Vordergrund und hat sie gezeigt',
  },
  flood: (batch, toasts, seconds) =>
    `Teil einer Sammelmeldung: mehr als ${batch} auf einmal oder ${toasts} in ${seconds} s`,

  rules: {
    toast: (rule) => `${rule} verlangt eine Einblendung`,
    quiet: (rule) => `Einblendung unterdrückt durch ${rule}`,
    none: (rule) => `Einblendung unterdrückt und als gelesen markiert durch ${rule}`,
    archive: (rule) => `archiviert durch ${rule}`,
    urgent: (rule) => `als dringend eingestuft durch ${rule}`,
    sound: (rule) => `Ton bestimmt durch ${rule}`,
    hold: (rule) => `zurückgestellt durch ${rule}`,
  },
  ruleCalled: (name) => `die Regel „${name}“`,
  someRule: 'eine eigene Regel',

  readBefore: 'gelesen, bevor die Einblendung an der Reihe war',
  single: {
    waits: 'die Einblendung wartet, bis sie an der Reihe ist',
    handedOver: 'Einblendung an das System übergeben, noch keine Antwort',
    uncertain: (why) => `vielleicht eingeblendet: ${why}`,
    failed: (why) => `nicht eingeblendet: ${why}`,
    shown: 'eingeblendet',
  },
  digest: {
    waits: 'die Sammelmeldung wartet, bis sie an der Reihe ist',
    handedOver: 'Sammelmeldung an das System übergeben, noch keine Antwort',
    uncertain: (why) => `Sammelmeldung vielleicht eingeblendet: ${why}`,
    failed: (why) => `Sammelmeldung nicht eingeblendet: ${why}`,
    shown: 'Sammelmeldung eingeblendet',
  },
};

export const toastFailures: typeof englishFailures = {
  nothingLeft: 'inzwischen gelesen, verschoben oder gelöscht',
  endedBeforeAnswer: 'Bellhop wurde beendet, bevor das System geantwortet hat',
  noAnswer: 'das System hat die Anzeige nicht bestätigt',
  noToastService: 'dieses System hat keinen Dienst für Benachrichtigungen',
  systemRefused: (error) => `das System hat abgelehnt: ${error}`,
  notRunning: 'Bellhop läuft nicht',
};
