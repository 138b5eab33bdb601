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
  },
  hostUsers: {
    invite: 'Einladen',
    inviteHelp: 'Wer eingeladen ist, bekommt eine E-Mail mit einem Link und wählt dort selbst ein Passwort. Der Link gilt drei Tage lang und nur einmal.',
    inviteAgain: 'Noch einmal einladen',
    inviteAgainHelp: 'Der Link aus der letzten Einladung gilt dann nicht mehr.',
    group: 'Gruppe',
    admin: 'darf alles, auch Konten verwalten',
    editor: 'schreibt, veröffentlicht und ordnet alle Inhalte',
    writer: 'schreibt Entwürfe; veröffentlichen müssen andere',
    message: 'Ein paar Worte dazu, wenn Sie möchten',
    nameMissing: 'Bitte geben Sie den Namen ein.',
    send: 'Einladung verschicken',
    sent: (email) => (email ? `Die Einladung ist unterwegs an ${email}.` : 'Die Einladung ist unterwegs.'),
    notSent: 'Das Konto ist angelegt, aber die E-Mail ging nicht hinaus.',
    handOver: 'Geben Sie diesen Link selbst weiter. Er gilt drei Tage lang und nur einmal; zeigen Sie ihn niemandem sonst.',
    link: 'Link zum Weitergeben',
    copyLink: 'Link kopieren',
  },
  sections: {
    users: 'Benutzer',
    translation: 'Texte',
  },
  hostLive: {
    headline: 'Hier wird gerade gearbeitet',
    changed: 'Dieses Dokument wurde gerade in einem anderen Fenster geändert. Ihre Eingaben sind noch nicht gespeichert, und sie bleiben hier stehen. Sehen Sie sich das Dokument in einem zweiten Fenster an, bevor Sie weiterschreiben.',
    trashed: 'Dieses Dokument wurde gerade in den Papierkorb gelegt. Speichern lässt es sich erst wieder, wenn es jemand zurückholt.',
    deleted: 'Dieses Dokument wurde gerade endgültig gelöscht. Was Sie noch brauchen, kopieren Sie bitte heraus.',
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
    noPasswordChange: 'hat das Passwort noch nie geändert',
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
  },
  missingEditor: {
    missingUiDetailsDescription: 'Die Bedienung zu diesem Feld fehlt. Der gespeicherte Wert bleibt erhalten.',
  },
};
