import './styles/client.css';
import '@umbraco-cms/backoffice/app';
