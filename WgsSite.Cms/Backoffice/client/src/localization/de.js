/** Texts of our own, which win over the client's. Area → key → text, as in the client's files. */
export default {
  host: {
    about: (name) => `Über ${name}`,
    aboutClient: (version) => `Oberfläche: Umbraco Backoffice Client ${version}, MIT-Lizenz`,
    notices: 'Lizenzen der enthaltenen Programme',
    connectionFailed: 'Die Verbindung zum Server konnte nicht aufgebaut werden.',
    unreachable: 'Der Server ist nicht erreichbar.',
    failedToStart: 'Der Server konnte nicht starten.',
    theme: 'Farben',
    lightTheme: 'Hell',
    darkTheme: 'Dunkel',
    highcontrastTheme: 'Hoher Kontrast',
  },
  sections: {
    translation: 'Texte',
  },
  hostLive: {
    headline: 'Hier wird gerade gearbeitet',
    changed: 'Dieses Dokument wurde gerade in einem anderen Fenster geändert. Ihre Eingaben sind noch nicht gespeichert, und sie bleiben hier stehen. Sehen Sie sich das Dokument in einem zweiten Fenster an, bevor Sie weiterschreiben.',
    trashed: 'Dieses Dokument wurde gerade in den Papierkorb gelegt. Speichern lässt es sich erst wieder, wenn es jemand zurückholt.',
    deleted: 'Dieses Dokument wurde gerade endgültig gelöscht. Was Sie noch brauchen, kopieren Sie bitte heraus.',
  },
  // The client's texts for these name or link its maker.
  login: {
    instruction: 'Anmelden',
  },
  missingEditor: {
    missingUiDetailsDescription: 'Die Bedienung zu diesem Feld fehlt. Der gespeicherte Wert bleibt erhalten.',
  },
};
