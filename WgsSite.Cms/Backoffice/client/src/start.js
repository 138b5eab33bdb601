import { umbExtensionsRegistry } from '@umbraco-cms/backoffice/extension-registry';
import { onInit } from './entry-point.js';

onInit(document.querySelector('umb-app'), umbExtensionsRegistry);
