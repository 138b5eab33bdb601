/** Style sheets that a stock server brings and the package does not. */
export const themes = [
  ...[
    ['dark', 'Dark (Experimental)'],
    ['high-contrast', 'High contrast (Experimental)'],
  ].flatMap(([theme, name]) => {
    const variable = `${theme.replace('-', '')}Theme`;
    return [
      {
        why: `style sheet of the ${theme} theme`,
        file: 'packages/core/themes/manifests.js',
        find: `'/umbraco/backoffice/css/${theme}.theme.css'`,
        replace: variable,
        imports: `import ${variable} from 'own/styles/${theme}.theme.css?url';`,
      },
      {
        why: 'localized name of the theme',
        file: 'packages/core/themes/manifests.js',
        find: `name: '${name}'`,
        replace: `name: '#host_${variable}'`,
      },
    ];
  }),
  {
    why: 'localized name of the theme',
    file: 'packages/core/themes/manifests.js',
    find: "name: 'Light'",
    replace: "name: '#host_lightTheme'",
  },
  {
    why: 'localized names of themes, where they are listed',
    file: 'packages/user/current-user/theme/current-user-theme-user-profile-app.element.js',
    find: 'name: t.name,',
    replace: 'name: this.localize.string(t.name),',
  },
  {
    why: 'the themes are ours, and checked',
    file: 'packages/user/current-user/theme/current-user-theme-user-profile-app.element.js',
    find: '<uui-tag slot="headline" look="placeholder">Experimental</uui-tag>',
    replace: '',
  },
  {
    why: 'localized headline and label of the choice of theme',
    file: 'packages/user/current-user/theme/current-user-theme-user-profile-app.element.js',
    find: /headline="Theme">(.*?)label="Select theme"/s,
    replace: "headline=${this.localize.term('host_theme')}>$1label=${this.localize.term('host_theme')}",
  },
  {
    why: 'style sheet of rich text while it is edited',
    file: 'packages/tiptap/components/input-tiptap/input-tiptap.element.js',
    find: "'/umbraco/backoffice/css/rte-content.css'",
    replace: 'rteContent',
    imports: "import rteContent from 'own/styles/rte-content.css?url';",
  },
  {
    why: 'layout of block grids while they are edited',
    file: 'packages/block/block-grid/context/constants.js',
    find: "'/umbraco/backoffice/css/umbraco-blockgridlayout.css'",
    replace: 'blockGridLayout',
    imports: "import blockGridLayout from 'own/styles/block-grid-layout.css?url';",
  },
  {
    why: 'a link to a style sheet, of use to developers only',
    file: 'packages/block/block-grid/property-editors/block-grid-layout-stylesheet/property-editor-ui-block-grid-layout-stylesheet.element.js',
    find: /<br \/>\s*<a href="\/umbraco\/backoffice\/css\/umbraco-blockgridlayout\.css".*?<\/a\s*>/s,
    replace: '',
  },
];
