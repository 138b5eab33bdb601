// English words in the code of the backoffice client that do not go through its language files, and the German ones that
// take their place when the client is built (germanTexts, a plugin of Vite).
//
// By file inside dist-cms (or a package of the client's library of elements): what is found, what it becomes and, unless it is 1, how often it must occur. A manifest whose
// label the client looks up gets the key of a text ("#general_copy"), all others the German words themselves.
//
// Left out: the names and settings of property editors, document, media and data types, relation types, blocks (as
// types), members, packages, logs, templates and the search index: only who sets up the system sees those.

const p = "packages/";
const blockEntry = [
  ['label="Invalid content"', 'label="Der Inhalt enthält Fehler"', 2],
  ['label="edit"', 'label="Bearbeiten"'],
  ['label="Edit settings"', 'label="Einstellungen bearbeiten"'],
  ['label="Invalid settings"', 'label="Die Einstellungen enthalten Fehler"'],
];
const blockEntryActions = [
  ['label="delete"', 'label="Löschen"'],
  ['label="Copy to clipboard"', 'label="In die Zwischenablage kopieren"'],
];
const tableView = [["label: 'Table'", "label: 'Tabelle'"]];
const gridAndTableView = [["label: 'Grid'", "label: 'Kacheln'"], ...tableView];
const listView = [["label: 'Collection'", "label: 'Liste'"]];
const recycleBin = [["label: 'Recycle Bin'", "label: '#general_recycleBin'"]];
const moved = [["message: `Moved`", "message: `Verschoben`"]];
const needMore = ["'This field need more items'", "'Hier fehlen noch Einträge'"];
const needsMore = ["'This field needs more items'", "'Hier fehlen noch Einträge'"];
const tooMany = ["'This field exceeds the allowed amount of items'", "'Das sind zu viele Einträge'"];
const cancel = ['label="Cancel"', 'label="Abbrechen"'];
const close = ['label="Close"', 'label="Schließen"'];
const fieldMessages = [
  ['requiredMessage = "This field is required"', 'requiredMessage = "Bitte füllen Sie dieses Feld aus."'],
  ['"This field is invalid"', '"Dieses Feld enthält einen Fehler."'],
];
const submit = ['label="Submit"', 'label="Übernehmen"'];
const providerWarning = [
  ["Warning: This provider is not configured on the server", "Achtung: Dieser Dienst ist auf dem Server nicht eingerichtet"],
];
const nameAndEmail = [
  ['label="name"', 'label="Name"'],
  [">Email</uui-label>", ">E-Mail</uui-label>"],
  ['label="email"', 'label="E-Mail"'],
  [">User group</uui-label>", ">Benutzergruppe</uui-label>"],
  [">Add groups to assign access and permissions<", ">Mit Gruppen vergeben Sie Zugriff und Berechtigungen<"],
];
const message = [
  [">Message</uui-label>", ">Nachricht</uui-label>"],
  ['label="message"', 'label="Nachricht"'],
];
const noAccessToLanguage = [
  ["'You do not have permission to edit to this culture'", "'Sie dürfen diese Sprache nicht bearbeiten'"],
];

const texts = {
  // Content and its parts
  [`${p}block/block/modals/block-catalogue/block-catalogue-modal.element.js`]: [
    // The client looks up the German text instead of the key and falls back to the English words.
    [">Create Empty<", ">Leer erstellen<"],
    [">Clipboard<", ">Zwischenablage<"],
  ],
  [`${p}block/block/workspace/views/edit/block-workspace-view-edit-content-no-router.element.js`]: [
    [">Content</uui-tab", ">Inhalt</uui-tab"],
  ],
  [`${p}block/block/workspace/views/edit/block-workspace-view-edit.element.js`]: [['label="Content"', 'label="Inhalt"']],
  [`${p}block/block-grid/components/block-grid-entry/block-grid-entry.element.js`]: [...blockEntry, ...blockEntryActions],
  [`${p}block/block-grid/components/block-scale-handler/block-scale-handler.element.js`]: [
    ['aria-label="TODO: Some introduction to keyboard scaling"', 'aria-label="Größe ändern"'],
  ],
  [`${p}block/block-list/components/block-list-entry/block-list-entry.element.js`]: [...blockEntry, ...blockEntryActions],
  [`${p}block/block-rte/components/block-rte-entry/block-rte-entry.element.js`]: blockEntry,
  [`${p}block/block-single/components/block-single-entry/block-single-entry.element.js`]: [...blockEntry, ...blockEntryActions],

  // Clipboard
  [`${p}clipboard/clipboard-entry/picker/clipboard-entry-picker.element.js`]: [
    ["There are no items in the clipboard.", "Die Zwischenablage ist leer."],
  ],
  [`${p}clipboard/clipboard-entry/picker-modal/clipboard-entry-picker-modal.element.js`]: [
    ['headline="Clipboard"', 'headline="Zwischenablage"'],
    close,
    submit,
  ],
  [`${p}clipboard/clipboard-root/manifests.js`]: [
    ["headline: 'Clipboard'", "headline: 'Zwischenablage'"],
    ["label: 'Entries'", "label: 'Einträge'"],
  ],
  [`${p}clipboard/collection/views/manifests.js`]: tableView,
  [`${p}clipboard/property/actions/copy/copy-to-clipboard.property-action.js`]: [
    ["'The property does not have a value to copy'", "'Dieses Feld ist leer: Es gibt nichts zu kopieren'"],
  ],
  [`${p}clipboard/property/actions/copy/manifests.js`]: [["label: 'Copy'", "label: '#general_copy'"]],
  [`${p}clipboard/property/actions/paste/manifests.js`]: [["label: 'Replace'", "label: 'Durch Zwischenablage ersetzen'"]],
  [`${p}clipboard/property/actions/paste/paste-from-clipboard.property-action.js`]: [
    ["headline: 'Paste from clipboard'", "headline: '#content_createFromClipboard'"],
    [
      "The property already contains a value. Paste from the property action will overwrite the current value.",
      "Dieses Feld ist schon ausgefüllt. Der jetzige Inhalt geht beim Einfügen verloren.",
    ],
    ["Do you want to replace the current value with ${item.name}?", "Möchten Sie ihn durch „${item.name}“ ersetzen?"],
    ["confirmLabel: 'Paste'", "confirmLabel: '#defaultdialogs_paste'"],
  ],

  // Content workspaces
  [`${p}core/collection/components/collection-selection-actions.element.js`]: [
    ["${this._selectionLength} of ${this._totalItems} selected", "${this._selectionLength} von ${this._totalItems} ausgewählt"],
  ],
  [`${p}content/content/collection/manifests.js`]: [
    ["label: 'Collection'", "label: 'Liste'"],
    ["label: 'Child items'", "label: '#content_childItems'"],
  ],
  [`${p}content/content/workspace/views/edit/manifests.js`]: [["label: 'Content'", "label: '#general_content'"]],

  // Core
  [`${p}core/auth/modals/umb-app-auth-modal.element.js`]: [["'Unknown error (see console)'", "'Unbekannter Fehler'"]],
  [`${p}core/collection/components/collection-view-bundle.element.js`]: [['label="status"', 'label="Ansicht wechseln"']],
  [`${p}core/collection/view/card/manifests.js`]: [["label: 'Cards'", "label: 'Kacheln'"]],
  [`${p}core/collection/view/ref/manifests.js`]: [["label: 'List'", "label: 'Liste'"]],
  [`${p}core/collection/workspace-view/manifests.js`]: listView,
  [`${p}core/components/input-color/input-color.element.js`]: [['label="Color picker"', 'label="Farbe auswählen"']],
  [`${p}core/components/input-dropdown/input-dropdown-list.element.js`]: [["this.name = 'Dropdown'", "this.name = 'Auswahlliste'"]],
  [`${p}core/components/input-entity/input-entity.element.js`]: [needMore, tooMany],
  [`${p}core/components/input-eye-dropper/input-eye-dropper.element.js`]: [
    ['label="Eye dropper"', 'label="Farbe auswählen"', 2],
  ],
  [`${p}core/components/multiple-color-picker-input/multiple-color-picker-input.element.js`]: [
    needMore,
    tooMany,
    ["Item ${index + 1} is missing a value", "Eintrag ${index + 1} ist leer"],
  ],
  [`${p}core/components/multiple-color-picker-input/multiple-color-picker-item-input.element.js`]: [
    ["Value is missing", "Bitte geben Sie einen Wert ein"],
  ],
  [`${p}core/components/multiple-text-string-input/input-multiple-text-string-item.element.js`]: [
    ["headline: `Delete ${this.value || 'item'}`", "headline: `${this.value || 'Eintrag'} löschen`"],
    ["'Are you sure you want to delete this item?'", "'Möchten Sie diesen Eintrag wirklich löschen?'"],
    ["confirmLabel: 'Delete'", "confirmLabel: '#general_delete'"],
    ['label="Value"', 'label="Wert"'],
    ["Value is missing", "Bitte geben Sie einen Wert ein"],
  ],
  [`${p}core/components/multiple-text-string-input/input-multiple-text-string.element.js`]: [
    needMore,
    tooMany,
    ["Item ${index + 1} is missing a value", "Eintrag ${index + 1} ist leer"],
    ['label="Add"', 'label="Hinzufügen"'],
  ],
  [`${p}core/entity-action/common/create/modal/entity-create-option-action-list-modal.element.js`]: [
    ["No create options available.", "Hier kann nichts angelegt werden."],
  ],
  [`${p}core/entity-bulk-action/common/bulk-delete/bulk-delete.action.js`]: [
    [
      "`Deleted ${succeeded.length} ${succeeded.length === 1 ? 'item' : 'items'}`",
      "`${succeeded.length} ${succeeded.length === 1 ? 'Element' : 'Elemente'} gelöscht`",
    ],
  ],
  [`${p}core/entity-item/item-data-api-get-request-controller/item-data-api-get-request.controller.js`]: [
    ["'Error fetching items'", "'Fehler beim Laden'"],
    ["'An error occurred while fetching items.'", "'Die Einträge konnten nicht geladen werden.'"],
  ],
  [`${p}core/modal/common/item-picker/item-picker-modal.element.js`]: [
    ["There are no items to select.", "Es gibt nichts auszuwählen."],
  ],
  [`${p}core/picker/search/picker-search-field.element.js`]: [['placeholder="Search..."', 'placeholder="Suchen …"']],
  [`${p}core/picker-input/picker-input.context.js`]: [
    ["`#defaultdialogs_confirmremove ${name}?`", "`Möchten Sie „${name}“ wirklich entfernen?`"],
  ],
  [`${p}core/property-action/manifests.js`]: [["label: 'Clear'", "label: '#general_clear'"]],
  [`${p}core/recycle-bin/entity-action/empty-recycle-bin/empty-recycle-bin.action.js`]: [
    ["headline: `Empty Recycle Bin`", "headline: `#actions_emptyrecyclebin`"],
    [
      "`When items are deleted from the recycle bin, they will be gone forever.`",
      "`#defaultdialogs_recycleBinWarning`",
    ],
    ["confirmLabel: 'Empty Recycle Bin'", "confirmLabel: '#actions_emptyrecyclebin'"],
  ],
  [`${p}core/recycle-bin/entity-action/empty-recycle-bin/empty-recycle-bin.action.kind.js`]: [
    ["label: 'Empty Recycle Bin'", "label: '#actions_emptyrecyclebin'"],
  ],
  [`${p}core/recycle-bin/entity-action/restore-from-recycle-bin/modal/restore-from-recycle-bin-modal.element.js`]: [
    ['headline="Restore"', 'headline="Wiederherstellen"'],
    ["'Root'", "'Oberste Ebene'"],
    [
      "Restore ${this._restoreItemName} to ${this._destinationItemName}",
      "„${this._restoreItemName}“ wiederherstellen unter „${this._destinationItemName}“",
    ],
    ["Cannot automatically restore this item.", "Dieses Element kann nicht automatisch wiederhergestellt werden."],
    [
      "There is no location where this item can be automatically restored. You can select a new location below.",
      "Die frühere Stelle gibt es nicht mehr. Wählen Sie eine neue Stelle aus.",
    ],
    ["<h5>Restore to:</h5>", "<h5>Wiederherstellen unter:</h5>"],
    ['label="Remove"', 'label="Entfernen"'],
    [">Select location<", ">Stelle auswählen<"],
    cancel,
    ['label="Restore"', 'label="Wiederherstellen"'],
  ],
  [`${p}core/recycle-bin/entity-action/restore-from-recycle-bin/restore-from-recycle-bin.action.kind.js`]: [
    ["label: 'Restore'", "label: '#actions_restore'"],
  ],
  [`${p}core/recycle-bin/entity-bulk-action/bulk-trash/bulk-trash.action.js`]: [
    [
      "`Trashed ${succeeded.length} ${succeeded.length === 1 ? 'item' : 'items'}`",
      "`${succeeded.length} ${succeeded.length === 1 ? 'Element' : 'Elemente'} in den Papierkorb verschoben`",
    ],
  ],
  [`${p}core/recycle-bin/recycle-bin-repository-base.js`]: [["message: `Restored`", "message: `Wiederhergestellt`"]],
  [`${p}core/resources/api-interceptor.controller.js`]: [
    // The status text of the response ("Forbidden") is English as well, so the German words always come first.
    [
      "title: response.statusText || 'Unauthorized request, waiting for re-authentication.'",
      "title: 'Bitte melden Sie sich wieder an.'",
    ],
    ["title: response.statusText ||\n                    'You do not have the necessary permissions to complete the requested action. If you believe this is in error, please reach out to your administrator.'",
      "title: 'Dazu fehlt Ihnen die Berechtigung. Bitte wenden Sie sich an die Administration.'",
    ],
    [
      "title: response.statusText || 'The requested resource was not found.'",
      "title: 'Das wurde nicht gefunden. Vielleicht hat es jemand gelöscht.'",
    ],
    [
      "title: response.statusText ||\n                    'A fatal server error occurred. If this continues, please reach out to your administrator.'",
      "title: 'Auf dem Server ist ein Fehler aufgetreten. Wenn das wieder passiert, wenden Sie sich bitte an die Administration.'",
    ],
  ],
  [`${p}core/resources/resource.controller.js`]: [["'Unknown error'", "'Unbekannter Fehler'", 3]],
  [`${p}core/resources/try-execute/try-execute.controller.js`]: [
    ["'An error occurred'", "'Das hat nicht geklappt'"],
    [
      "'A fatal server error occurred. If this continues, please reach out to your administrator.'",
      "'Auf dem Server ist ein Fehler aufgetreten. Wenn das wieder passiert, wenden Sie sich bitte an die Administration.'",
    ],
    ["'Please restart the server'", "'Der Server muss neu gestartet werden'"],
    [
      "'The Umbraco object cache is corrupt, but your action may still have been executed. Please restart the server to reset the cache. This is a work in progress.'",
      "'Der Zwischenspeicher ist beschädigt. Ihre Änderung ist vielleicht trotzdem gespeichert. Bitte wenden Sie sich an die Administration.'",
    ],
    ["'An unknown error occurred.'", "'Es ist ein unbekannter Fehler aufgetreten.'"],
  ],
  [`${p}core/search/manifests.js`]: [["label: 'Search'", "label: 'Suchen'"]],
  [`${p}core/search/umb-search-header-app.element.js`]: [['label="search"', 'label="Suchen"']],
  [`${p}core/section/components/input-section/input-section.element.js`]: [
    needMore,
    tooMany,
    ['label="Remove ${item.name}"', 'label="${item.name} entfernen"'],
    [">Remove<", ">Entfernen<"],
  ],
  [`${p}core/section/section-picker-modal/section-picker-modal.element.js`]: [
    ['headline="Select sections"', 'headline="Bereiche auswählen"'],
    close,
    submit,
  ],
  [`${p}core/temporary-file/temporary-file-manager.class.js`]: [["headline: 'Upload'", "headline: 'Hochladen'"]],
  [`${p}core/tree/entity-actions/duplicate-to/modal/duplicate-to-modal.element.js`]: [
    ['headline="Duplicate"', 'headline="Kopieren"'],
    cancel,
    ['label="Duplicate"', 'label="Kopieren"'],
  ],
  [`${p}core/tree/entity-actions/sort-children-of/modal/sort-children-of-modal.element.js`]: [
    ["'Sort Children'", "'Reihenfolge ändern'"],
    cancel,
    ['label="Sort"', 'label="Übernehmen"'],
    ["There are no children", "Hier gibt es nichts zu sortieren"],
    [">Load more (", ">Weitere laden ("],
  ],
  [`${p}core/tree/folder/entity-action/delete-folder/delete-folder.action.js`]: [
    ["headline: `Delete ${folder.name}`", "headline: `${folder.name} löschen`"],
    ["'Are you sure you want to delete this folder?'", "'Möchten Sie diesen Ordner wirklich löschen?'"],
    ["confirmLabel: 'Delete'", "confirmLabel: '#general_delete'"],
  ],
  [`${p}core/tree/tree-item/tree-item-children.manager.js`]: [
    [
      "'Menu loading failed. Showing the first items again.'",
      "'Das Menü konnte nicht ganz geladen werden. Es werden wieder die ersten Einträge gezeigt.'",
    ],
  ],
  [`${p}core/workspace/components/workspace-footer/workspace-footer.element.js`]: [
    ["this._isNew ? 'Cancel' : 'Close'", "this._isNew ? 'Abbrechen' : 'Schließen'"],
  ],

  // Dictionary
  [`${p}dictionary/collection/views/manifests.js`]: tableView,
  [`${p}dictionary/entity-action/export/export-dictionary-modal.element.js`]: [
    ['headline="Export"', 'headline="Exportieren"'],
    [">Include descendants<", ">Mit allem, was darunter liegt<"],
    cancel,
    ['label="Export"', 'label="Exportieren"'],
  ],
  [`${p}dictionary/entity-action/move-to/repository/dictionary-move.repository.js`]: moved,
  [`${p}dictionary/menu-item/manifests.js`]: [["label: 'Dictionary'", "label: '#general_dictionary'"]],
  [`${p}dictionary/search/manifests.js`]: [["label: 'Dictionary'", "label: 'Texte'"]],
  [`${p}dictionary/search/global-search/manifests.js`]: [["label: 'Dictionary'", "label: 'Texte'"]],
  [`${p}dictionary/workspace/views/workspace-view-dictionary-editor.element.js`]: [
    ['label="translation"', 'label="Übersetzung"'],
  ],

  // Documents
  [`${p}documents/document-blueprints/entity-actions/move-to/repository/document-blueprint-move.repository.js`]: moved,
  [`${p}documents/document-blueprints/workspace/manifests.js`]: [["label: 'Save'", "label: '#buttons_save'"]],
  [`${p}documents/document-redirect-management/dashboard-redirect-management.element.js`]: [
    ["headline: 'Delete'", "headline: '#general_delete'"],
    ["confirmLabel: 'Delete'", "confirmLabel: '#general_delete'"],
    ["confirmLabel: 'Disable'", "confirmLabel: 'Ausschalten'"],
    ["No redirects matching this search criteria", "Keine passende Weiterleitung gefunden"],
    ["Double check your search for any error or spelling mistakes.", "Bitte prüfen Sie, ob alles richtig geschrieben ist."],
    ['label="Delete"', 'label="Löschen"'],
  ],
  [`${p}documents/documents/audit-log/info-app/document-history-workspace-info-app.element.js`]: [
    ["user?.name ?? 'Unknown'", "user?.name ?? 'Unbekannt'"],
  ],
  [`${p}documents/documents/collection/item/document-grid-collection-card.element.js`]: [["'True' : 'False'", "'Ja' : 'Nein'"]],
  [`${p}documents/documents/collection/views/manifests.js`]: gridAndTableView,
  [`${p}documents/documents/collection/views/table/column-layouts/document-table-column-property-value.element.js`]: [
    ["'True' : 'False'", "'Ja' : 'Nein'"],
  ],
  [`${p}documents/documents/components/input-document/input-document.element.js`]: [needsMore, tooMany],
  [`${p}documents/documents/entity-actions/create-blueprint/modal/create-blueprint-modal.element.js`]: [
    ['label="name"', 'label="Name"'],
  ],
  [`${p}documents/documents/entity-actions/create-blueprint/repository/document-create-blueprint.repository.js`]: [
    ["`Document Blueprint created`", "`Inhaltsvorlage angelegt`"],
  ],
  [`${p}documents/documents/entity-actions/duplicate/modal/duplicate-document-modal.element.js`]: [
    ['headline="Duplicate"', 'headline="Kopieren"'],
    ['headline="Duplicate to"', 'headline="Kopieren nach"'],
    ['headline="Options"', 'headline="Optionen"'],
    ['label="Relate to original"', 'label="Mit dem Original verknüpfen"'],
    ['label="Include descendants"', 'label="Mit allem, was darunter liegt"'],
    cancel,
    ['label="Duplicate"', 'label="Kopieren"'],
  ],
  [`${p}documents/documents/entity-actions/duplicate/repository/document-duplicate.repository.js`]: [
    ["message: `Duplicated`", "message: `Dupliziert`"],
  ],
  [`${p}documents/documents/entity-actions/move-to/repository/document-move.repository.js`]: moved,
  [`${p}documents/documents/entity-bulk-actions/duplicate-to/repository/duplicate-to.repository.js`]: [
    [
      "`Duplicated ${count} ${count === 1 ? 'document' : 'documents'}`",
      "`${count} ${count === 1 ? 'Dokument' : 'Dokumente'} dupliziert`",
    ],
  ],
  [`${p}documents/documents/entity-bulk-actions/move-to/repository/move-to.repository.js`]: [
    [
      "`Moved ${count} ${count === 1 ? 'document' : 'documents'}`",
      "`${count} ${count === 1 ? 'Dokument' : 'Dokumente'} verschoben`",
    ],
  ],
  [`${p}documents/documents/entity-sign/has-pending-changes/manifests.js`]: [
    ["label: 'Unpublished changes'", "label: 'Änderungen, die noch nicht veröffentlicht sind'"],
  ],
  [`${p}documents/documents/entity-sign/has-schedule/manifests.js`]: [
    ["label: 'Scheduled publishing'", "label: 'Veröffentlichung geplant'"],
  ],
  [`${p}documents/documents/entity-sign/is-protected/manifest.js`]: [["label: 'Protected'", "label: 'Zugriff beschränkt'"]],
  [`${p}documents/documents/item/document-item-ref.element.js`]: [
    [">Trashed<", ">Im Papierkorb<"],
    [">Draft<", ">Entwurf<"],
  ],
  [`${p}documents/documents/menu/manifests.js`]: [["label: 'Documents'", "label: '#general_content'"]],
  [`${p}documents/documents/recycle-bin/menu/manifests.js`]: recycleBin,
  [`${p}documents/documents/recycle-bin/root/workspace/manifests.js`]: listView,
  [`${p}documents/documents/recycle-bin/tree/tree-item-children/collection/views/manifests.js`]: tableView,
  [`${p}documents/documents/rollback/modal/rollback-modal.element.js`]: [
    ["No versions available", "Keine früheren Versionen"],
    ["No selected version", "Noch keine Version ausgewählt"],
    ['headline="Rollback"', 'headline="Frühere Version wiederherstellen"'],
  ],
  [`${p}documents/documents/search/manifests.js`]: [["label: 'Documents'", "label: 'Inhalt'"]],
  [`${p}documents/documents/search/global-search/manifests.js`]: [["label: 'Documents'", "label: 'Inhalt'"]],
  [`${p}documents/documents/user-permissions/document/input-document-granular-user-permission/input-document-granular-user-permission.element.js`]: [
    ["`Permissions for ${name}` : 'Permissions'", "`Berechtigungen für ${name}` : 'Berechtigungen'"],
    [">Trashed<", ">Im Papierkorb<"],
  ],
  [`${p}documents/documents/user-permissions/document-property-value/document-property-value-permission-flow-modal/document-property-value-permission-flow-modal.element.js`]: [
    ['headline="Choose Document Type"', 'headline="Dokumenttyp auswählen"'],
  ],
  [`${p}documents/documents/user-permissions/document-property-value/document-property-value-permission-flow-modal/property-type-modal/property-type-modal.element.js`]: [
    ["`Permissions for ${", "`Berechtigungen für ${"],
    ['headline="Choose Property"', 'headline="Feld auswählen"'],
    ["There are no properties to choose from.", "Es gibt keine Felder zur Auswahl."],
    close,
  ],
  [`${p}documents/documents/user-permissions/document-property-value/input-document-property-value-user-permission/input-document-property-value-user-permission.element.js`]: [
    ["headline = `Permissions`", "headline = `Berechtigungen`"],
  ],
  [`${p}documents/documents/user-permissions/document-property-value/manifests.js`]: [
    ["label: 'UI Read'", "label: 'Feld lesen'"],
    ["'Allow access to read Document property values in the UI'", "'Den Wert eines Felds sehen'"],
    ["label: 'UI Write'", "label: 'Feld ändern'"],
    ["'Allow access to write Document property values from the UI'", "'Den Wert eines Felds ändern'"],
    ["'Assign permissions to Document property values'", "'Berechtigungen für einzelne Felder vergeben'"],
  ],
  [`${p}documents/documents/workspace/document-workspace.context.js`]: [
    [
      "'Shared properties can only be edited in the default language'",
      "'Felder, die für alle Sprachen gelten, können nur in der Standardsprache bearbeitet werden'",
    ],
    ["'You do not have permission to create documents.'", "'Sie dürfen keine Dokumente anlegen.'"],
    ["'You do not have permission to update documents.'", "'Sie dürfen Dokumente nicht ändern.'"],
  ],

  // Embedded media, help
  [`${p}embedded-media/modal/embedded-media-modal.element.js`]: [['headline="Embed"', 'headline="Einbetten"']],
  [`${p}help/menu/manifests.js`]: [
    ["label: 'Umbraco Learning Base'", "label: 'Lernvideos (englisch)'"],
    ["label: 'Community Forum'", "label: 'Forum (englisch)'"],
  ],

  // Languages
  [`${p}language/app-language-select/app-language-select.element.js`]: [['aria-label="App language"', 'aria-label="Sprache"']],
  [`${p}language/collection/views/manifests.js`]: tableView,
  [`${p}language/collection/views/table/language-table-collection-view.element.js`]: [
    ["name: 'ISO Code'", "name: 'Sprachkürzel'"],
    ["name: 'Default'", "name: 'Standard'"],
    ["name: 'Mandatory'", "name: 'Pflicht'"],
    ["name: 'Fallback'", "name: 'Ersatzsprache'"],
  ],
  [`${p}language/components/input-language/input-language.element.js`]: [needMore, tooMany],
  [`${p}language/global-contexts/app-language.context.js`]: noAccessToLanguage,
  [`${p}language/menu/language-menu-structure.context.js`]: [["name: 'Languages'", "name: 'Sprachen'"]],
  [`${p}language/modals/language-picker/language-picker-modal.element.js`]: [
    ['headline="Select languages"', 'headline="Sprachen auswählen"'],
    ["There are no other languages to choose from", "Es gibt keine anderen Sprachen zur Auswahl"],
    close,
    submit,
  ],
  [`${p}language/permissions/language-access.workspace.context.js`]: noAccessToLanguage,
  [`${p}language/workspace/language/language-workspace-editor.element.js`]: [[">Add language<", ">Sprache hinzufügen<"]],
  [`${p}language/workspace/language/views/language-details-workspace-view.element.js`]: [
    ['label="Language"', 'label="Sprache"'],
    ['label="ISO Code"', 'label="Sprachkürzel (ISO)"'],
    ['label="Settings"', 'label="Einstellungen"'],
    ['label="Default language"', 'label="Standardsprache"'],
    ["<b>Default language</b>", "<b>Standardsprache</b>"],
    ["An Umbraco site can only have one default language set.", "Eine Website hat genau eine Standardsprache."],
    [
      "Switching default language may result in default content missing.",
      "Wenn Sie die Standardsprache wechseln, können Inhalte fehlen.",
    ],
    ['label="Mandatory language"', 'label="Pflichtsprache"'],
    ["<b>Mandatory language</b>", "<b>Pflichtsprache</b>"],
    [
      "Properties on this language have to be filled out before the node can be published.",
      "Ein Inhalt kann erst veröffentlicht werden, wenn er in dieser Sprache ausgefüllt ist.",
    ],
    ['label="Fallback language"', 'label="Ersatzsprache"'],
    [
      "To allow multi-lingual content to fall back to another language if not present in the requested language, select it here.",
      "Fehlt ein Inhalt in dieser Sprache, kann er in einer anderen Sprache gezeigt werden. Wählen Sie sie hier aus.",
    ],
  ],
  [`${p}language/workspace/language-root/manifests.js`]: listView,

  // Media
  [`${p}media/dropzone/components/input-dropzone/input-dropzone.element.js`]: [
    ["this.label = 'dropzone'", "this.label = 'Dateien hierher ziehen'"],
    [">An error occured<", ">Das hat nicht geklappt<"],
    [">Cancelled<", ">Abgebrochen<"],
    [">File type not allowed<", ">Dieser Dateityp ist nicht erlaubt<"],
  ],
  [`${p}media/media/audit-log/info-app/media-history-workspace-info-app.element.js`]: [
    ["user?.name ?? 'Unknown'", "user?.name ?? 'Unbekannt'"],
  ],
  [`${p}media/media/collection/views/manifests.js`]: gridAndTableView,
  [`${p}media/media/components/input-media/input-media.element.js`]: [needMore, tooMany],
  [`${p}media/media/components/input-rich-media/input-rich-media.element.js`]: [needMore, tooMany],
  [`${p}media/media/components/input-upload-field/preview/input-upload-field-video.element.js`]: [
    ["Video format not supported", "Dieses Video kann hier nicht abgespielt werden"],
  ],
  [`${p}media/media/dropzone/modals/dropzone-media-type-picker/dropzone-media-type-picker-modal.element.js`]: [
    ['label="Automatically"', 'label="Automatisch wählen"'],
    ["</umb-icon> Auto pick", "</umb-icon> Automatisch wählen"],
  ],
  [`${p}media/media/entity-actions/move-to/repository/media-move.repository.js`]: moved,
  [`${p}media/media/entity-bulk-actions/move-to/repository/move-to.repository.js`]: [
    [
      "`Moved ${count} media ${count === 1 ? 'item' : 'items'}`",
      "`${count} ${count === 1 ? 'Medium' : 'Medien'} verschoben`",
    ],
  ],
  [`${p}media/media/menu/manifests.js`]: [["label: 'Media'", "label: '#general_media'"]],
  [`${p}media/media/modals/media-caption-alt-text/media-caption-alt-text-modal.element.js`]: [
    ['label="alt text"', 'label="Alternativtext"'],
    ['label="caption"', 'label="Bildunterschrift"'],
  ],
  [`${p}media/media/modals/media-picker/components/media-picker-folder-path.element.js`]: [
    ["name: 'Media'", "name: 'Medien'"],
    ['label="enter a name"', 'label="Name"'],
    ['value="new folder name"', 'value="Neuer Ordner"'],
    ['label="add folder"', 'label="Ordner hinzufügen"'],
  ],
  [`${p}media/media/modals/media-picker/media-picker-modal.element.js`]: [
    ["name: 'Media'", "name: 'Medien'"],
    ['label="Search only in ${', 'label="Nur suchen in ${'],
  ],
  [`${p}media/media/recycle-bin/menu/manifests.js`]: recycleBin,
  [`${p}media/media/recycle-bin/root/workspace/manifests.js`]: listView,
  [`${p}media/media/recycle-bin/tree/tree-item-children/collection/views/manifests.js`]: tableView,
  [`${p}media/media/search/manifests.js`]: [["label: 'Media'", "label: 'Medien'"]],
  [`${p}media/media/search/global-search/manifests.js`]: [["label: 'Media'", "label: 'Medien'"]],
  [`${p}media/media/tree/tree-item/media-tree-item.element.js`]: [['title="Collection"', 'title="Liste"']],

  // Links
  [`${p}multi-url-picker/components/input-multi-url/input-multi-url.element.js`]: [
    needsMore,
    tooMany,
    ["`Remove ${name || item.name || 'item'}?`", "`${name || item.name || 'Link'} entfernen?`"],
    ["'Are you sure you want to remove this item?'", "'Möchten Sie diesen Link wirklich entfernen?'"],
  ],

  // Preview
  [`${p}preview/preview-apps/preview-device.element.js`]: [
    ["label: 'Fit browser'", "label: 'Ganzes Fenster'"],
    ["label: 'Desktop'", "label: 'Großer Bildschirm'"],
    ["label: 'Tablet portrait'", "label: 'Tablet hochkant'"],
    ["label: 'Tablet landscape'", "label: 'Tablet quer'"],
    ["label: 'Smartphone portrait'", "label: 'Handy hochkant'"],
    ["label: 'Smartphone landscape'", "label: 'Handy quer'"],
  ],
  [`${p}preview/preview-apps/preview-environments.element.js`]: [[">Preview environments<", ">Andere Vorschauen<"]],
  [`${p}preview/preview-apps/preview-segment.element.js`]: [
    ["?? 'Segments'", "?? 'Segmente'"],
    ['label="Default"', 'label="Standard"'],
  ],

  // Property editors, as far as an editor of content sees them
  [`${p}property-editors/collection/manifests.js`]: [
    ["header: 'Sort'", "header: 'Reihenfolge'"],
    ["header: 'Last edited'", "header: 'Zuletzt geändert'"],
    ["header: 'Created by'", "header: 'Erstellt von'"],
    ["name: 'Table'", "name: 'Tabelle'"],
    ["name: 'Grid'", "name: 'Kacheln'"],
  ],
  [`${p}property-editors/content-picker/components/input-content/input-content.element.js`]: [
    needMore,
    tooMany,
    ["Type could not be found.", "Dieser Typ wurde nicht gefunden."],
  ],
  [`${p}property-editors/entity-data-picker/input/input-entity-data.element.js`]: [needMore, tooMany],
  [`${p}property-editors/slider/property-editor-ui-slider.element.js`]: [["?? 'Slider'", "?? 'Schieberegler'"]],

  // References
  [`${p}relations/relations/entity-actions/bulk-delete/modal/bulk-delete-with-relation-modal.element.js`]: [cancel],
  [`${p}relations/relations/entity-actions/bulk-trash/modal/bulk-trash-with-relation-modal.element.js`]: [cancel],
  [`${p}relations/relations/entity-actions/trash/modal/trash-with-relation-modal.element.js`]: [cancel],

  // Tags
  [`${p}tags/components/tags-input/tags-input.element.js`]: [
    ["'This field is required'", "'Bitte füllen Sie dieses Feld aus'"],
    ['aria-label="tag input"', 'aria-label="Schlagwort"'],
    ['placeholder="Enter tag"', 'placeholder="Schlagwort"'],
  ],

  // Text editor
  [`${p}tiptap/components/input-tiptap/input-tiptap.element.js`]: [["'Value is required'", "'Bitte füllen Sie dieses Feld aus'"]],
  [`${p}tiptap/components/toolbar/tiptap-toolbar-color-picker-button.element.js`]: [
    ['label="Open color picker"', 'label="Farbe auswählen"'],
  ],
  [`${p}tiptap/components/toolbar/tiptap-toolbar.element.js`]: [["Loading '${alias}'", "Wird geladen: ${alias}"]],
  [`${p}tiptap/extensions/blockquote/manifests.js`]: [["label: 'Blockquote'", "label: 'Zitat'", 2]],
  [`${p}tiptap/extensions/clear-formatting/manifests.js`]: [["label: 'Clear Formatting'", "label: 'Formatierung entfernen'"]],
  [`${p}tiptap/extensions/code-block/manifests.js`]: [["label: 'Code Block'", "label: 'Codeblock'", 2]],
  [`${p}tiptap/extensions/font-family/manifests.js`]: [
    ["label: 'Sans serif'", "label: 'Ohne Serifen'"],
    ["label: 'Serif'", "label: 'Mit Serifen'"],
    ["label: 'Monospace'", "label: 'Feste Breite'"],
    ["label: 'Cursive'", "label: 'Schreibschrift'"],
    ["label: 'Fantasy'", "label: 'Zierschrift'"],
    ["label: 'Font family'", "label: 'Schriftart'"],
  ],
  [`${p}tiptap/extensions/font-size/manifests.js`]: [["label: 'Font size'", "label: 'Schriftgröße'"]],
  [`${p}tiptap/extensions/heading/manifests.js`]: [
    ["label: 'Headings'", "label: 'Überschriften'"],
    ["label: 'Heading 1'", "label: 'Überschrift 1'"],
    ["label: 'Heading 2'", "label: 'Überschrift 2'"],
    ["label: 'Heading 3'", "label: 'Überschrift 3'"],
    ["label: 'Heading 4'", "label: 'Überschrift 4'"],
    ["label: 'Heading 5'", "label: 'Überschrift 5'"],
    ["label: 'Heading 6'", "label: 'Überschrift 6'"],
  ],
  [`${p}tiptap/extensions/horizontal-rule/manifests.js`]: [["label: 'Horizontal Rule'", "label: 'Trennlinie'", 2]],
  [`${p}tiptap/extensions/link/manifests.js`]: [["label: 'Unlink'", "label: '#general_removeLink'"]],
  [`${p}tiptap/extensions/ordered-list/manifests.js`]: [["label: 'Ordered List'", "label: '#buttons_listNumeric'", 2]],
  [`${p}tiptap/extensions/strike/manifests.js`]: [["label: 'Strike'", "label: 'Durchgestrichen'", 2]],
  [`${p}tiptap/extensions/style-select/manifests.js`]: [
    ["label: 'Headers'", "label: 'Überschriften'"],
    ["label: 'Page header'", "label: 'Große Überschrift'"],
    ["label: 'Section header'", "label: 'Mittlere Überschrift'"],
    ["label: 'Paragraph header'", "label: 'Kleine Überschrift'"],
    ["label: 'Blocks'", "label: 'Text'"],
    ["label: 'Paragraph'", "label: 'Absatz'"],
    ["label: 'Containers'", "label: 'Hervorgehoben'"],
    ["label: 'Block quote'", "label: 'Zitat'"],
    ["label: 'Code block'", "label: 'Codeblock'"],
    ["label: 'Style Select'", "label: 'Absatzstil'"],
  ],
  [`${p}tiptap/extensions/subscript/manifests.js`]: [["label: 'Subscript'", "label: 'Tiefgestellt'", 2]],
  [`${p}tiptap/extensions/superscript/manifests.js`]: [["label: 'Superscript'", "label: 'Hochgestellt'", 2]],
  [`${p}tiptap/extensions/table/manifests.js`]: [
    ["label: 'Table'", "label: 'Tabelle'", 2],
    ["label: 'Cell'", "label: 'Zelle'"],
    ["label: 'Row'", "label: 'Zeile'"],
    ["label: 'Column'", "label: 'Spalte'"],
    ["label: 'Table properties'", "label: 'Eigenschaften der Tabelle'"],
    ["label: 'Delete table'", "label: 'Tabelle löschen'"],
    ["label: 'Add column before'", "label: 'Spalte davor einfügen'"],
    ["label: 'Add column after'", "label: 'Spalte dahinter einfügen'"],
    ["label: 'Delete column'", "label: 'Spalte löschen'"],
    ["label: 'Toggle header column'", "label: 'Kopfspalte ein oder aus'"],
    ["label: 'Add row before'", "label: 'Zeile darüber einfügen'"],
    ["label: 'Add row after'", "label: 'Zeile darunter einfügen'"],
    ["label: 'Delete row'", "label: 'Zeile löschen'"],
    ["label: 'Toggle header row'", "label: 'Kopfzeile ein oder aus'"],
    ["label: 'Merge cells'", "label: 'Zellen verbinden'"],
    ["label: 'Split cell'", "label: 'Zelle teilen'"],
    ["label: 'Merge or split'", "label: 'Verbinden oder teilen'"],
    ["label: 'Toggle header cell'", "label: 'Kopfzelle ein oder aus'"],
  ],
  [`${p}tiptap/extensions/table/modals/table-properties-modal.element.js`]: [
    ["label: 'Width'", "label: 'Breite'"],
    ["label: 'Height'", "label: 'Höhe'"],
    ["label: 'Background color'", "label: 'Hintergrundfarbe'"],
    ["label: 'Alignment'", "label: 'Ausrichtung'"],
    ["name: 'None'", "name: 'Keine'", 2],
    ["name: 'Left'", "name: 'Links'"],
    ["name: 'Center'", "name: 'Mitte'"],
    ["name: 'Right'", "name: 'Rechts'"],
    ["label: 'Border width'", "label: 'Breite des Rahmens'"],
    ["label: 'Border style'", "label: 'Art des Rahmens'"],
    ["name: 'Solid'", "name: 'Durchgezogen'"],
    ["name: 'Dotted'", "name: 'Gepunktet'"],
    ["name: 'Dashed'", "name: 'Gestrichelt'"],
    ["name: 'Double'", "name: 'Doppelt'"],
    ["name: 'Groove'", "name: 'Vertieft'"],
    ["name: 'Ridge'", "name: 'Erhaben'"],
    ["name: 'Inset'", "name: 'Eingesenkt'"],
    ["name: 'Outset'", "name: 'Hervorgehoben'"],
    ["name: 'Hidden'", "name: 'Verborgen'"],
    ["label: 'Border color'", "label: 'Farbe des Rahmens'"],
    ['headline="Table properties"', 'headline="Eigenschaften der Tabelle"'],
    ["There are no properties for this modal.", "Hier gibt es nichts einzustellen."],
  ],
  [`${p}tiptap/extensions/text-align/manifests.js`]: [
    ["label: 'Text Align'", "label: 'Ausrichtung'"],
    ["label: 'Text Align Left'", "label: '#buttons_justifyLeft'"],
    ["label: 'Text Align Center'", "label: '#buttons_justifyCenter'"],
    ["label: 'Text Align Right'", "label: '#buttons_justifyRight'"],
    ["label: 'Text Align Justify'", "label: '#general_justify'"],
  ],
  [`${p}tiptap/extensions/text-color/manifests.js`]: [
    ["label: 'Background color'", "label: 'Hintergrundfarbe'"],
    ["label: 'Color'", "label: 'Textfarbe'"],
  ],
  [`${p}tiptap/extensions/text-direction/manifests.js`]: [
    ["label: 'Text Direction'", "label: 'Schreibrichtung'"],
    ["label: 'Right to left'", "label: 'Von rechts nach links'"],
    ["label: 'Left to right'", "label: 'Von links nach rechts'"],
  ],
  [`${p}tiptap/extensions/text-indent/manifests.js`]: [
    ["label: 'Text Indent'", "label: 'Einzug'"],
    ["label: 'Indent'", "label: '#buttons_indent'"],
    ["label: 'Outdent'", "label: '#buttons_deindent'"],
  ],
  [`${p}tiptap/extensions/underline/manifests.js`]: [["label: 'Underline'", "label: 'Unterstrichen'", 2]],
  [`${p}tiptap/extensions/word-count/manifests.js`]: [["label: 'Word Count'", "label: 'Wörter zählen'", 2]],

  // Users
  [`${p}user/change-password/modal/change-password-modal.element.js`]: [
    ["`Change password for ${userName}`", "`Passwort ändern für ${userName}`"],
    ["Current password is required", "Bitte geben Sie Ihr jetziges Passwort ein"],
    ["New password is required", "Bitte geben Sie ein neues Passwort ein"],
    ["Confirm password is required", "Bitte wiederholen Sie das neue Passwort"],
  ],
  [`${p}user/current-user/components/mfa-provider-default.element.js`]: [
    ["'No data returned'", "'Der Dienst hat nicht geantwortet.'", 2],
    ["'The provider did not return a secret.'", "'Der Dienst hat keinen Schlüssel geliefert.'"],
  ],
  [`${p}user/current-user/external-login/modals/external-login-modal.element.js`]: providerWarning,
  [`${p}user/current-user/modals/current-user-mfa/current-user-mfa-modal.element.js`]: providerWarning,
  [`${p}user/current-user/history/manifests.js`]: [["label: 'History'", "label: '#general_history'"]],
  [`${p}user/current-user/repository/current-user.repository.js`]: [["`Password changed`", "`Passwort geändert`"]],
  [`${p}user/user/client-credential/create/modal/create-user-client-credential-modal.element.js`]: [
    ['headline="Create client credential"', 'headline="Zugangsdaten anlegen"'],
    cancel,
    ['label="Create"', 'label="Anlegen"'],
    [">Id</uui-label>", ">Kennung</uui-label>"],
    ['label="unique"', 'label="Kennung"'],
    ["The secret cannot be retrieved again.", "Das Geheimnis wird nur jetzt angezeigt."],
    [">Secret</uui-label>", ">Geheimnis</uui-label>"],
    ['label="secret"', 'label="Geheimnis"'],
  ],
  [`${p}user/user/collection/user-collection-header.element.js`]: [
    ['label="status"', 'label="Status"'],
    ['label="order by"', 'label="Sortieren nach"'],
  ],
  [`${p}user/user/collection/views/manifests.js`]: tableView,
  [`${p}user/user/collection/views/table/user-table-collection-view.element.js`]: [
    ["name: 'User group'", "name: 'Benutzergruppe'"],
    ["name: 'Last login'", "name: 'Letzte Anmeldung'"],
  ],
  [`${p}user/user/components/user-avatar/user-avatar.element.js`]: [["this.name || 'Unknown'", "this.name || 'Unbekannt'"]],
  [`${p}user/user/components/user-document-start-node/user-document-start-node.element.js`]: [
    ['name="Content Root"', 'name="Alle Inhalte"'],
  ],
  [`${p}user/user/components/user-input/user-input.element.js`]: [needsMore, tooMany],
  [`${p}user/user/components/user-media-start-node/user-media-start-node.element.js`]: [
    ['name="Media Root"', 'name="Alle Medien"'],
  ],
  [`${p}user/user/entity-actions/create/modal/create-user-modal.element.js`]: [
    cancel,
    ['label="Create user"', 'label="Benutzer anlegen"'],
    ...nameAndEmail,
  ],
  [`${p}user/user/entity-actions/create/modal/create-user-success-modal.element.js`]: [
    ["'Password copied'", "'Passwort kopiert'"],
    ["${this._userItem?.name} has been created", "${this._userItem?.name} wurde angelegt"],
    [
      "The new user has successfully been created. To log in to Umbraco use the password below",
      "Der Benutzer wurde angelegt. Für die Anmeldung gilt dieses Passwort:",
    ],
    [">Password</uui-label>", ">Passwort</uui-label>"],
    ['label="password"', 'label="Passwort"'],
    ['label="Copy"', 'label="Kopieren"'],
    close,
    ['label="Create another user"', 'label="Weiteren Benutzer anlegen"'],
    ['label="Go to profile"', 'label="Zum Profil"'],
  ],
  [`${p}user/user/entity-actions/disable/disable-user.action.js`]: [
    ["headline: `Disable ${item.name}`", "headline: `${item.name} deaktivieren`"],
    ["'Are you sure you want to disable this user?'", "'Möchten Sie diesen Benutzer wirklich deaktivieren?'"],
    ["confirmLabel: 'Disable'", "confirmLabel: '#actions_disable'"],
  ],
  [`${p}user/user/entity-actions/enable/enable-user.action.js`]: [
    ["headline: `Enable ${item.name}`", "headline: `${item.name} aktivieren`"],
    ["'Are you sure you want to enable this user?'", "'Möchten Sie diesen Benutzer wirklich aktivieren?'"],
    ["confirmLabel: 'Enable'", "confirmLabel: '#actions_enable'"],
  ],
  [`${p}user/user/entity-actions/unlock/unlock-user.action.js`]: [
    ["headline: `Unlock ${item.name}`", "headline: `${item.name} entsperren`"],
    ["'Are you sure you want to unlock this user?'", "'Möchten Sie diesen Benutzer wirklich entsperren?'"],
    ["confirmLabel: 'Unlock'", "confirmLabel: '#actions_unlock'"],
  ],
  [`${p}user/user/entity-bulk-actions/delete/delete.action.js`]: [
    ["headline: `Delete users?`", "headline: `Benutzer löschen?`"],
    ["Are you sure you want to delete selected users?", "Möchten Sie die ausgewählten Benutzer wirklich löschen?"],
    ["confirmLabel: 'Delete'", "confirmLabel: '#general_delete'"],
  ],
  [`${p}user/user/entity-bulk-actions/manifests.js`]: [
    ["label: 'SetGroup'", "label: '#actions_setGroup'"],
    ["label: 'Enable'", "label: '#actions_enable'"],
    ["label: 'Unlock'", "label: '#actions_unlock'"],
    ["label: 'Disable'", "label: '#actions_disable'"],
  ],
  [`${p}user/user/invite/modal/invite/user-invite-modal.element.js`]: [
    ['headline="Invite User"', 'headline="Benutzer einladen"'],
    cancel,
    ['label="Send invite"', 'label="Einladung senden"'],
    [
      "Invite new users to give them access to Umbraco. An invite email will be sent to the user with information on",
      "Laden Sie jemanden zur Redaktion ein. Die Einladung kommt per E-Mail, erklärt die Anmeldung",
    ],
    ["how to log in to Umbraco. Invites last for 72 hours.", "und gilt 72 Stunden."],
    ...nameAndEmail,
    ...message,
  ],
  [`${p}user/user/invite/modal/resend-invite/resend-invite-to-user-modal.element.js`]: [
    ['headline="Resend invite"', 'headline="Einladung noch einmal senden"'],
    cancel,
    ['label="Resend invite"', 'label="Noch einmal senden"'],
    ...message,
  ],
  [`${p}user/user/invite/repository/invite-user.repository.js`]: [
    ["`Invite sent to user`", "`Einladung gesendet`"],
    ["`Invite resent to user`", "`Einladung noch einmal gesendet`"],
  ],
  [`${p}user/user/modals/user-mfa/user-mfa-modal.element.js`]: providerWarning,
  [`${p}user/user/repository/avatar/user-avatar.repository.js`]: [
    ["'Avatar upload failed'", "'Das Profilbild konnte nicht hochgeladen werden'"],
    ["`Avatar uploaded`", "`Profilbild hochgeladen`"],
    ["`Avatar deleted`", "`Profilbild entfernt`"],
  ],
  [`${p}user/user/repository/change-password/change-user-password.repository.js`]: [["`Password changed`", "`Passwort geändert`"]],
  [`${p}user/user/repository/unlock/unlock-user.repository.js`]: [["`User unlocked`", "`Benutzer entsperrt`"]],
  [`${p}user/user/workspace/user/actions/user-workspace-action-save.element.js`]: [['label="save"', 'label="Speichern"']],
  [`${p}user/user/workspace/user/components/user-workspace-client-credentials/user-workspace-client-credentials.element.js`]: [
    ["headline: `Delete ${client.unique}`", "headline: `${client.unique} löschen`"],
    ["`Are you sure you want to delete ${client.unique}?`", "`Möchten Sie „${client.unique}“ wirklich löschen?`"],
    ["confirmLabel: 'Delete'", "confirmLabel: '#general_delete'"],
    [">Client Credentials<", ">Zugangsdaten<"],
    ['label="Delete ${client.unique}"', 'label="${client.unique} löschen"'],
  ],
  [`${p}user/user/workspace/user-root/manifests.js`]: listView,
  [`${p}user/user-group/collection/views/manifests.js`]: tableView,
  [`${p}user/user-group/components/input-user-group/user-group-input.element.js`]: [needMore, tooMany],
  [`${p}user/user-group/entity-bulk-actions/delete/delete.action.js`]: [
    ["headline: `Delete user groups?`", "headline: `Benutzergruppen löschen?`"],
    ["Are you sure you want to delete selected user groups?", "Möchten Sie die ausgewählten Benutzergruppen wirklich löschen?"],
    ["confirmLabel: 'Delete'", "confirmLabel: '#general_delete'"],
  ],
  [`${p}user/user-group/workspace/user-group/user-group-workspace-editor.element.js`]: [['label="icon"', 'label="Symbol"']],
  [`${p}user/user-group/workspace/user-group-root/manifests.js`]: listView,
  [`${p}user/user-permission/modals/settings/entity-user-permission-settings-modal.element.js`]: [
    ['label="Cancel"', 'label="Abbrechen"'],
    [">Cancel<", ">Abbrechen<"],
    ['label="Confirm"', 'label="Bestätigen"'],
  ],

  // Frame
  "apps/app/app-error.element.js": [
    ["`External error code: ${error}`", "`Fehlermeldung des anderen Dienstes: ${error}`"],
  ],
  "apps/preview/preview.element.js": [
    ['title="Page preview"', 'title="Vorschau der Seite"'],
    [">Preview Mode<", ">Vorschau<"],
  ],

  // Library of elements
  "@umbraco-ui/uui-base/lib/index.js": fieldMessages,
  "@umbraco-ui/uui-base/lib/mixins/index.js": fieldMessages,
  "@umbraco-ui/uui-color-picker/lib/index.js": [
    ['label="hue"', 'label="Farbton"'],
    ['label="alpha"', 'label="Deckkraft"'],
    ['title="Copy"', 'title="Kopieren"'],
    ['aria-label="Copy"', 'aria-label="Kopieren"'],
    ['label="label"', 'label="Farbwert"'],
    ['label="Toggle color format"', 'label="Farbformat wechseln"'],
    ['label="Select a color"', 'label="Farbe vom Bildschirm aufnehmen"'],
    ['label="Swatches"', 'label="Farben"'],
    ["Open Color picker", "Farbe auswählen"],
  ],
  "@umbraco-ui/uui-combobox/lib/index.js": [
    ['closeLabel = "Close"', 'closeLabel = "Schließen"'],
    ['label="combobox-input"', 'label="Suchen"'],
    ['label="clear"', 'label="Leeren"'],
    ['label="close"', 'label="Schließen"'],
  ],
  "@umbraco-ui/uui-input-file/lib/index.js": [
    ['label="Drop files here"', 'label="Dateien hierher ziehen"'],
    ['label="Add"', 'label="Hinzufügen"'],
  ],
  "@umbraco-ui/uui-input-lock/lib/index.js": [
    ['"Unlock input"', '"Feld freigeben"'],
    ['"Lock input"', '"Feld sperren"'],
  ],
  "@umbraco-ui/uui-input-password/lib/index.js": [
    ['"Show password"', '"Passwort anzeigen"'],
    ['"Hide password"', '"Passwort verbergen"'],
  ],
  "@umbraco-ui/uui-menu-item/lib/index.js": [
    ['"Reveal the underlying items"', '"Untergeordnete Elemente anzeigen"'],
  ],
  "@umbraco-ui/uui-pagination/lib/index.js": [
    ['"First"', '"Erste"'],
    ['"Previous"', '"Zurück"'],
    ['"Next"', '"Weiter"'],
    ['"Last"', '"Letzte"'],
    ["Pagination navigation", "Seiten"],
    ["Current page: ", "Jetzige Seite: "],
    ['label="More pages"', 'label="Weitere Seiten"'],
    ['label="Go to page ${page}"', 'label="Seite ${page}"'],
  ],
  "@umbraco-ui/uui-tabs/lib/index.js": [['label="More"', 'label="Mehr"']],
  [`${p}webhook/components/input-webhook-headers.element.js`]: [[">Add<", ">Hinzufügen<"]],
};

export const hardCoded = Object.entries(texts).flatMap(([file, entries]) =>
  entries.map(([find, replace, count = 1]) => ({ file, find, replace, count })),
);

export default hardCoded;

// The German words in the code of one file, and what could not be replaced.
export function replaceTexts(file, code) {
  const problems = [];
  for (const { find, replace, count } of hardCoded.filter(entry => entry.file === file)) {
    const parts = code.split(find);
    if (parts.length - 1 !== count) problems.push(`${file}: "${find}" occurs ${parts.length - 1} times, not ${count}`);
    else code = parts.join(replace);
  }
  return { code, problems };
}

// A plugin of Vite. The build fails when words are no longer found in a file that is part of it; a file that is not part
// of it does not matter. While developing, the client must not be bundled beforehand (optimizeDeps.exclude).
export function germanTexts() {
  const files = new Set(hardCoded.map(entry => entry.file));
  const problems = new Map();
  return {
    name: "german-texts",
    enforce: "pre",
    buildStart() {
      problems.clear();
    },
    transform(code, id) {
      const file = id.split("?")[0].replaceAll("\\", "/").replace(/^.*\/(?:@umbraco-cms\/backoffice\/dist-cms\/|node_modules\/(?=@umbraco-ui\/))/, "");
      if (!files.has(file)) return null;
      const result = replaceTexts(file, code);
      problems.set(file, result.problems);
      return { code: result.code, map: null };
    },
    buildEnd(error) {
      const all = [...problems.values()].flat();
      if (!error && all.length > 0) throw new Error(`English words in the backoffice client have changed:\n${all.join("\n")}`);
    },
  };
}
