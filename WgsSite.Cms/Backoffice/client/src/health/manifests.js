/** What administrators see of the state of the site, and before it what to do in a section whose tree nobody has touched yet. */
export const manifests = [
  {
    type: 'dashboard',
    alias: 'Host.Dashboard.Start',
    name: 'Start of the content section',
    element: async () => ({ element: (await import('../screens/section-start.element.js')).SectionStart }),
    weight: 100,
    meta: { label: '#host_start', pathname: 'start' },
    conditions: [{ alias: 'Umb.Condition.SectionAlias', match: 'Umb.Section.Content' }],
  },
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
