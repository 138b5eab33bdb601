import { accounts } from './accounts.mjs';
import { brand } from './brand.mjs';
import { bundle } from './bundle.mjs';
import { deadEnds } from './dead-ends.mjs';
import { dialogs } from './dialogs.mjs';
import { dictionary } from './dictionary.mjs';
import { documents } from './documents.mjs';
import { media } from './media.mjs';
import { redirects } from './redirects.mjs';
import { siteTime } from './site-time.mjs';
import { smallScreens } from './small-screens.mjs';
import { themes } from './themes.mjs';
import { typedText } from './typed-text.mjs';
import { webhooks } from './webhooks.mjs';

/**
 * Places of the client that have no extension point and must differ here. Each patch names the file, what must be found
 * in it, what stands there afterwards and what that needs imported; build/patching.mjs applies them, and fails the build
 * when a place is gone (a newer client).
 */
export const patches = [...bundle, ...brand, ...themes, ...typedText, ...documents, ...dialogs, ...siteTime, ...redirects, ...dictionary, ...deadEnds, ...smallScreens, ...media, ...webhooks, ...accounts];
