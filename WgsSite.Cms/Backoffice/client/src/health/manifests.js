/** What administrators see of the state of the site. */
export const manifests = [
  {
    type: 'dashboard',
    alias: 'Host.Dashboard.Health',
    name: 'State of the site',
    element: () => import('./health-dashboard.element.js'),
    weight: 5,
    meta: { label: '#host_health', pathname: 'zustand' },
    conditions: [{ alias: 'Umb.Condition.SectionAlias', match: 'Umb.Section.Content' }, { alias: 'Umb.Condition.CurrentUser.IsAdmin' }],
  },
];
