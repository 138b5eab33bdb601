import { keepAddress } from './editing/address.js';
import { guardDrafts } from './editing/draft-guard.js';
import { manifests as editing } from './editing/manifests.js';
import { manifests as health } from './health/manifests.js';
import clientDe from './localization/client.de.js';
import de from './localization/de.js';
import en from './localization/en.js';
import { manifests as users } from './users/manifests.js';
import { manifests as webhooks } from './webhooks/manifests.js';

/**
 * Extensions of the client that are not shown: alias → why. Whole packages without server half are left out in
 * build/packages.mjs. An exclusion also holds for what is registered later, so it may come before the client's own.
 */
const excluded = {
  // Sections whose server half is not there yet. Members, Packages and Settings are not in the bundle's packages at all.

  // Sections that never come.
  'Umb.Section.Members': 'visitors do not sign in',
  'Umb.Section.Packages': 'extensions are deployed as files',
  'Umb.Section.Settings': 'the schema comes from uSync files',
  'Umb.GlobalSearch.DataType': 'leads into Settings',
  'Umb.GlobalSearch.DocumentType': 'leads into Settings',
  'Umb.GlobalSearch.MediaType': 'leads into Settings',

  // Dashboards.
  'Umb.Dashboard.UmbracoNews': 'news of the client’s maker',
  'Umb.Dashboard.SettingsWelcome': 'links to the client’s maker',
  'Umb.Dashboard.ExamineManagement': 'no search indexes of that kind',

  // Accounts: people are invited, and choose their passwords themselves.
  'Umb.CollectionAction.User.Create': 'would show a password to somebody else than its owner',
  'Umb.EntityAction.User.Create': 'as creating in the list',
  'Umb.EntityCreateOptionAction.User.Default': 'as creating in the list',
  'Umb.EntityCreateOptionAction.User.Api': 'no accounts of programs',
  'Umb.CollectionAction.User.Invite': 'replaced by src/users, which tells what became of the mail',
  'Umb.EntityAction.User.Invite': 'as inviting in the list',
  'Umb.EntityAction.User.ResendInvite': 'as inviting in the list',

  // Groups are fixed; what they may do, the server says (docs/decisions/0013).
  'Umb.MenuItem.UserGroups': 'nothing to be done there',
  'Umb.WorkspaceView.UserGroupRoot.Collection': 'as the menu entry',
  'Umb.Workspace.UserGroup': 'as the menu entry',
  'Umb.Workspace.UserGroupRoot': 'as the menu entry',
  'Umb.CollectionAction.UserGroup.Create': 'groups are fixed',
  'Umb.EntityAction.UserGroup.Delete': 'groups are fixed',
  'Umb.EntityBulkAction.UserGroup.Delete': 'groups are fixed',

  // Webhooks.
  'Umb.MenuItem.Webhook': 'its menu is one of the client’s Settings; ours begins with the list',
  'Umb.Workspace.WebhookRoot': 'replaced by our list, which also says what does not get through',
  'Umb.WorkspaceView.WebhookRoot.Collection': 'as its workspace',
  'Umb.WorkspaceView.WebhookDelivery.Collection': 'replaced by src/webhooks, which also says what waits, and sends once more',

  // Header.
  'Umb.HeaderApp.Help': 'links to the maker’s forum and videos',

  // Actions on documents.
  'Umb.EntityAction.Document.CreateBlueprint': 'no server half: blueprints',
  'Umb.EntityAction.Document.CultureAndHostnames': 'the site has one address and one language',
  'Umb.EntityAction.Document.Notifications': 'no server half: mails on changes',
  'Umb.EntityAction.Document.PublicAccess': 'visitors do not sign in',

  // Their permissions, which a user group could be given.
  'Umb.Document.CreateBlueprint': 'as the action',
  'Umb.Document.CultureAndHostnames': 'as the action',
  'Umb.Document.Notifications': 'as the action',
  'Umb.Document.PublicAccess': 'as the action',

  // Dictionary.
  'Umb.EntityAction.Dictionary.Export': 'uSync does it',
  'Umb.EntityAction.Dictionary.Import': 'uSync does it',
  'Umb.CollectionAction.Dictionary.Create': 'which words there are, the pages say; editors change their texts',
  'Umb.EntityAction.Dictionary.Create': 'as creating in the list',
  'Umb.EntityAction.Dictionary.Delete': 'as creating in the list',
  'Umb.EntityAction.Dictionary.MoveTo': 'as creating in the list',

  // Rich text.
  'Umb.Tiptap.Toolbar.EmbeddedMedia': 'asks the server to fetch foreign pages; the extension itself stays, for what is there',

  // Current user.
  'Umb.UserProfileApp.CurrentUser.History': 'lists addresses and keys, not names of pages',
  'Umb.CurrentUser.App.ExternalLoginProviders': 'no foreign sign-in',
};

/** What the client shows to everybody, and the server refuses to some: alias → the right it needs (Users/Right.cs). */
const needed = {
  'Umb.EntityAction.Media.Delete': 'Host.Media.Delete',
  'Umb.EntityAction.Media.MoveTo': 'Host.Media.Move',
  'Umb.EntityAction.Media.RecycleBin.Empty': 'Host.Media.Delete',
  'Umb.EntityAction.Media.RecycleBin.Restore': 'Host.Media.Delete',
  'Umb.EntityAction.Media.RecycleBin.Trash': 'Host.Media.Delete',
  'Umb.EntityAction.Media.SortChildrenOf': 'Host.Media.Move',
  'Umb.EntityBulkAction.Media.MoveTo': 'Host.Media.Move',
  'Umb.EntityBulkAction.Media.Trash': 'Host.Media.Delete',
  'Umb.MenuItem.Document.RecycleBin': 'Umb.Document.Delete',
  'Umb.WorkspaceAction.Document.SaveAndPublish': 'Umb.Document.Publish',
};

/** The texts win over the client's own: of two with one key the lighter is taken. */
const localization = (name, culture, weight, localizations) => ({
  type: 'localization',
  alias: `Host.Localization.${name}`,
  name: `Texts of the host (${name})`,
  weight,
  meta: { culture, localizations },
});

/** Shaped as a `backofficeEntryPoint`, but called before the app starts. */
export function onInit(_host, registry) {
  for (const [alias, right] of Object.entries(needed)) registry.appendCondition(alias, { alias: 'Umb.Condition.UserPermission.Fallback', allOf: [right] });
  for (const alias of Object.keys(excluded)) registry.exclude(alias);
  registry.registerMany([localization('client.de', 'de', 60, clientDe), localization('de', 'de', 50, de), localization('en', 'en', 50, en), ...editing, ...health, ...users, ...webhooks]);
  guardDrafts();
  keepAddress();
}
