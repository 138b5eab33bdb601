import './styles/client.css';
// Before the app: what is excluded must be excluded when the client registers its own.
import './start.js';
import '@umbraco-cms/backoffice/app';
