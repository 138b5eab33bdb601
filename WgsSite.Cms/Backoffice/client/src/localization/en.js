/** Texts of our own, which win over the client's. Area → key → text, as in the client's files. */
export default {
  host: {
    about: (name) => `About ${name}`,
    aboutClient: (version) => `Interface: Umbraco backoffice client ${version}, MIT licence`,
    createOf: (type) => `Create ${type}`,
    notices: 'Licences of the software contained',
    connectionFailed: 'The connection to the server could not be made.',
    unreachable: 'The server cannot be reached.',
    failedToStart: 'The server could not start.',
    theme: 'Colours',
    lightTheme: 'Light',
    darkTheme: 'Dark',
    highcontrastTheme: 'High contrast',
    nameMissing: 'The name is missing',
    nameMissingText: 'Please enter a name above. The document can be saved then.',
    toContent: 'To the content',
    field: 'Field',
    start: 'Start',
    health: 'Health',
    healthAgain: 'Check again',
    healthOpen: 'Open',
    withDescendants: 'With all that is beneath it',
  },
  // The client's texts for these name or link its maker.
  login: {
    instruction: 'Sign in',
    signInWith: 'Sign in',
  },
  missingEditor: {
    missingUiDetailsDescription: 'The editor of this field is missing. The stored value is kept.',
  },
};
