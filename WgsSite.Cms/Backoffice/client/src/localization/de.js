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
    // After the name of a block, as the title of its dialog.
    add: 'hinzufügen',
    edit: 'bearbeiten',
    nameMissing: 'Der Name fehlt',
    nameMissingText: 'Bitte geben Sie oben einen Namen ein. Danach lässt sich das Dokument speichern.',
    toContent: 'Zu den Inhalten',
    chooseInTree: 'Wählen Sie im Baum aus, was Sie bearbeiten möchten.',
    treeOpen: 'Baum zeigen',
    treeClose: 'Baum schließen',
    unreachableNow: 'Keine Verbindung zum Server',
    unreachableText: 'Was Sie eingegeben haben, steht noch hier. Lassen Sie dieses Fenster offen und versuchen Sie es gleich noch einmal.',
    withDescendants: 'Mit allem, was darunter steht',
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
  dictionaryItem: {
    description: 'Diesen Text schreibt die Website von sich aus, auf ihre Seiten oder in ihre E-Mails. Was Sie hier ändern, gilt, sobald Sie gespeichert haben.',
  },
  hostWords: {
    text: 'Text',
    group: 'Gehört zu',
    placeholder: 'Für {0} und Ähnliches setzt die Website etwas ein, zum Beispiel einen Namen. Lassen Sie diese Zeichen stehen.',
  },
  // One word for one thing: the sign-in page says „Passwort“, the section „Texte“.
  general: {
    changePassword: 'Passwort ändern',
    dictionary: 'Texte',
    password: 'Passwort',
    update: 'Übernehmen',
  },
  treeHeaders: {
    dictionary: 'Texte',
  },
  user: {
    changePassword: 'Passwort ändern',
    confirmNewPassword: 'Neues Passwort noch einmal',
    newPassword: 'Neues Passwort',
    noPasswordChange: 'Das Passwort ist nicht geändert.',
    oldPassword: 'Bisheriges Passwort',
    password: 'Passwort',
    passwordChanged: 'Ihr Passwort ist geändert.',
    passwordConfirm: 'Neues Passwort noch einmal',
    passwordCurrent: 'Bisheriges Passwort',
    passwordEnterNew: 'Neues Passwort',
    passwordInvalid: 'Das bisherige Passwort ist nicht richtig.',
    passwordIsBlank: 'Bitte geben Sie ein neues Passwort ein.',
    passwordIsDifferent: 'Die beiden neuen Passwörter sind nicht gleich.',
    passwordMismatch: 'Die beiden neuen Passwörter sind nicht gleich.',
  },
  // The client's texts for these name or link its maker.
  login: {
    instruction: 'Anmelden',
    signInWith: 'Anmelden',
  },
  missingEditor: {
    missingUiDetailsDescription: 'Die Bedienung zu diesem Feld fehlt. Der gespeicherte Wert bleibt erhalten.',
  },
};
