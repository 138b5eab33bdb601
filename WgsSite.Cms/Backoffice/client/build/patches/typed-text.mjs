/** Nothing an editor typed is lost, nothing said disappears unread, and what others change is seen. */
export const typedText = [
  {
    why: 'the hub is connected to again after a pause',
    file: 'packages/management-api/server-event/global-context/server-event.context.js',
    find: `accessTokenFactory: () => token,
        })
            .build();`,
    replace: `accessTokenFactory: () => token,
        })
            .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (retry) => Math.min(1000 * 2 ** retry.previousRetryCount, 30000) })
            .build();
        this.#connection.onreconnecting(() => this.#isConnected.setValue(false));
        this.#connection.onreconnected(() => this.#isConnected.setValue(true));`,
  },
  {
    why: 'an open preview shows what was saved just now',
    file: 'packages/documents/documents/workspace/document-workspace.context.js',
    find: `this.#previewWindow.focus();
`,
    replace: `this.#previewWindow.location.reload();
                this.#previewWindow.focus();
`,
  },
  {
    why: 'a session that runs out asks to sign in again in this window; leaving for the sign-in page would lose what was typed',
    file: 'packages/core/auth/modals/umb-auth-timeout-modal.element.js',
    find: /clearInterval\(this\.#interval\);\s*this\.#handleLogout\(\);/,
    replace: `clearInterval(this.#interval);
                this.data?.onTimeOut?.();
                this.modalContext?.submit();`,
  },
  {
    why: 'a session that runs out asks to sign in again in this window (its other half)',
    file: 'packages/core/auth/controllers/auth-session-timeout.controller.js',
    find: 'onContinue: () => {',
    replace: `onTimeOut: () => this.#host.timeOut(),
                onContinue: () => {`,
  },
  {
    why: 'the window that signs in again must not take the ended session for a running one',
    file: 'packages/core/auth/auth.context.js',
    find: /timeOut\(\) \{/,
    replace: `timeOut() {
        this.#authFlow.clearTokenStorage();`,
  },
  {
    why: 'a document carries the draft it was read from …',
    file: 'packages/documents/documents/repository/detail/document-detail.server.data-source.js',
    find: /const \{ data, error \} = (await tryExecute\(this, DocumentService\.getDocumentById\(.*?)unique: data\.id,/s,
    replace: "const { data, error, response } = $1unique: data.id,\n            draft: response.headers.get('ETag'),",
  },
  {
    why: '… and says so when it is saved',
    file: 'packages/documents/documents/repository/detail/document-detail.server.data-source.js',
    find: /DocumentService\.putDocumentById\(\{/,
    replace: "DocumentService.putDocumentById({\n            headers: { 'If-Match': model.draft },",
  },
  {
    why: 'what is typed while a document is loaded again stays; a text of somebody else is not put beneath it',
    file: 'packages/core/workspace/entity-detail/entity-detail-workspace-base.js',
    find: /(async reload\(\) \{.*?_processIncomingData\(data\);)\s*this\._data\.setPersisted\(processedData\);\s*this\._data\.setCurrent\(processedData\);/s,
    replace: `$1
            if (this.getUnique() !== unique) return;
            const persisted = this._data.getPersisted();
            if (processedData.draft !== persisted?.draft && this.getHasUnpersistedChanges()) return;
            this._data.setPersisted(processedData);
            this._data.setCurrent(withTyped(persisted, this._data.getCurrent(), processedData));`,
    imports: "import { withTyped } from 'own/editing/typed.js';",
  },
  {
    why: 'what is typed while a save is on its way stays (all but documents)',
    file: 'packages/core/workspace/entity-detail/entity-detail-workspace-base.js',
    find: /(async _update\(currentData\) \{.*?)this\._data\.setCurrent\(data\);/s,
    replace: '$1this._data.setCurrent(withTyped(currentData, this._data.getCurrent(), data));',
  },
  {
    why: 'what is typed while a save is on its way stays (documents): what the save is made of',
    file: 'packages/content/content/manager/element-data-manager.js',
    find: /(async constructData\(selectedVariants\) \{)/,
    replace: '$1\n        this.sentFrom = this.getCurrent();',
  },
  {
    why: 'what is typed while a save is on its way stays (documents)',
    file: 'packages/content/content/workspace/content-detail-workspace-base.js',
    find: /this\._data\.setCurrent\(newCurrentData\);/g,
    replace: 'this._data.setCurrent(withTyped(this._data.sentFrom, this._data.getCurrent(), newCurrentData));',
    imports: "import { withTyped } from 'own/editing/typed.js';",
  },
  {
    why: 'what the server says in detail is shown too',
    file: 'packages/core/resources/try-execute/try-execute.controller.js',
    find: 'message = apiError.problemDetails.title;',
    replace: `message = apiError.problemDetails.title;
            if (apiError.problemDetails.detail) {
                headline = message;
                message = apiError.problemDetails.detail;
            }`,
  },
  {
    why: 'errors stay until they are closed',
    file: 'packages/core/notification/controllers/peek-error/peek-error.controller.js',
    find: "context.peek(args.color ?? 'danger', {",
    replace: "context.stay(args.color ?? 'danger', {",
  },
  {
    why: 'a notice that an editor closes is closed for those who wait for it too',
    file: 'packages/core/notification/notification-handler.js',
    find: "const notification = document.createElement('uui-toast-notification');",
    replace: `$&
        notification.addEventListener('closing', () => this._closeResolver());`,
  },
  {
    why: 'a notice that is closed before it has opened goes; it would open all the same, or stay unseen, for ever',
    file: 'packages/core/notification/notification-handler.js',
    find: /this\._closeResolver\(\.\.\.args\);\s*this\.element\.open = false;/,
    replace: `if (this._isClosed) return;
        this._isClosed = true;
        $&
        if (!this.element.isOpen) this.element.dispatchEvent(new Event('closed'));`,
  },
  {
    why: 'an item that was taken out of the tree is no error, and has no children to show',
    file: 'packages/core/tree/tree-item/tree-item-expansion.manager.js',
    find: "throw new Error('Tree context is not set');",
    replace: 'return;',
  },
  {
    why: 'an item that was taken out of the tree is no error (its children)',
    file: 'packages/core/tree/tree-item/tree-item-children.manager.js',
    find: /if \(!repository\)\s+throw new Error\('Could not request children, repository is missing'\);/g,
    replace: 'if (!this.#treeContext) return;\n        $&',
  },
  {
    why: 'a document without a name is said to have none: the red line above it is easily missed',
    file: 'packages/content/content/workspace/content-detail-workspace-base.js',
    find: 'variantsWithoutAName.forEach((variant) => {',
    replace: `const localize = new UmbLocalizationController(this);
            umbPeekError(this, { headline: localize.term('host_nameMissing'), message: localize.term('host_nameMissingText') });
            $&`,
    imports: "import { umbPeekError } from '../../../core/notification/index.js'; import { UmbLocalizationController } from '../../../../libs/localization-api/index.js';",
  },
  {
    why: 'nobody answers: said once, in plain words, whatever asked',
    file: 'packages/core/resources/try-execute/try-execute.controller.js',
    find: /let headline = /,
    replace: `if (error.message === unreachable) {
            connectionLost();
            return;
        }
        let headline = `,
    imports: "import { connectionLost, unreachable } from 'own/editing/connection.js';",
  },
  {
    why: 'the browser is offline: the same message as when nobody answers',
    file: 'apps/app/network-connection-status.manager.js',
    find: /(#onOffline\(\) \{).*?\n {4}\}/s,
    replace: '$1 connectionLost(); }',
    imports: "import { connectionLost } from 'own/editing/connection.js';",
  },
];
