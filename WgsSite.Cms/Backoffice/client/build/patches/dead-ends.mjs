/** No blank pages. */
export const deadEnds = [
  {
    why: 'an address that leads nowhere says so at once, not after ten seconds of a blank page, and leads back',
    file: 'packages/core/router/route/not-found/route-not-found.element.js',
    find: /(key="routing_routeNotFoundDescription"><\/umb-localize>)(.*)fadeIn 5s 5s forwards/s,
    replace: '$1\n<p><uui-button look="outline" href="section/content" label=${this.localize.term("host_toContent")}></uui-button></p>$2fadeIn 200ms 1s forwards',
  },
  {
    why: 'a section without dashboards: what to do there, and that an address leads nowhere',
    file: 'packages/core/section/section-main-views/section-main-views.element.js',
    find: /this\._routes = routes;/,
    replace: `if (routes.length === 0)
            routes.push(
                // Dashboards that may be seen come a moment later: another „unique“ lets the router go from here to the first of them.
                // That of the contents is the same page, and stays.
                { path: '', pathMatch: 'full', unique: 'dashboard/start', component: async () => (await import('own/screens/section-start.element.js')).SectionStart },
                { path: '**', component: async () => (await import('../../router/index.js')).UmbRouteNotFoundElement },
            );
        this._routes = routes;`,
  },
  {
    why: 'an address that leads nowhere is not taken for that of the first dashboard; a first dashboard that comes later is shown',
    file: 'packages/core/section/section-main-views/section-main-views.element.js',
    find: /(\.\.\.routes\[0\],.*?path: '')/s,
    // The media's list has addresses of its own beneath it.
    replace: "$1, unique: routes[0].path, ...(routes[0].path === 'dashboard/media' ? {} : { pathMatch: 'full' })",
  },
  {
    why: 'a document that is gone is said to be gone',
    file: 'packages/documents/documents/workspace/document-workspace-editor.element.js',
    find: 'return !this._loading && this._routes',
    replace: `if (!this._loading && !this.#isForbidden && this.#workspaceContext && !this.#workspaceContext.getData())
            return html \`<umb-entity-detail-not-found entity-type="document"></umb-entity-detail-not-found>\`;
        return !this._loading && this._routes`,
  },
  {
    why: 'what is gone leads back',
    file: 'packages/core/workspace/entity-detail/global-components/entity-detail-not-found.element.js',
    find: /(\$\{this\.localize\.term\('entityDetail_notFoundDescription', this\.entityType\)\})/,
    replace: `$1
				<p><uui-button look="outline" href="section/content" label=\${this.localize.term('host_toContent')}></uui-button></p>`,
  },
];
