import { homePath, notFoundPath, sectionPath } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';
import type { Redirects } from '../schema/site-files.ts';
import { contentTypes, textTypes } from './content-types.ts';
import { headersOf, pathsWithOwnHeaders } from './headers.ts';

// nginx always includes text/html, and warns about a duplicate if it is listed.
const furtherTextTypes = textTypes.filter((type) => type !== 'text/html').join(' ');

export type NginxSite = {
  /** Absolute path of the published folder: a symbolic link that a build switches to the new release. */
  folder: string;
  /** Host name, for example `example.org`. */
  host: string;
  /** The base path of the site; empty at the root of the host. */
  base: string;
  /** Values of `listen` for the site, for example `443` and `[::]:443`. */
  listen: string[];
  /**
   * Paths of the certificate and its private key, and values of `listen` for the server that leads to the site from
   * unsafe HTTP. Undefined where another server speaks TLS to the readers.
   */
  tls: { certificate: string; key: string; http: string[] } | undefined;
  /** Paths of the logs. */
  logs: { access: string; errors: string; usage: string };
  redirects: Redirects;
  /** Whether to keep the usage log, which OPERATIONS.md explains. */
  usageLog: boolean;
};

/** The nginx configuration of the site, a file for `/etc/nginx/conf.d/`. */
export const nginxConfiguration = ({
  folder,
  host,
  base,
  listen,
  tls,
  logs,
  redirects,
  usageLog,
}: NginxSite): string => `\
# Made by "npm run nginx". Make it anew instead of changing it: the headers come from src/hosting/headers.ts.
${headerMaps(base)}
map $request_uri $site_not_found {
  default ${base}/404.html;
${languages.map((lang) => `  "~^${inPattern(base + homePath(lang))}" ${base}${notFoundPath(lang)}index.html;`).join('\n')}
}

# The address as it was asked for, also where another page answers, without its query.
map $request_uri $site_asked {
  default "-";
  "~^(?<site_address>[^?]+)" $site_address;
}

# Nothing about people: no address, no browser, no referring page, and no query, since it says what somebody searched for.
log_format site '$time_iso8601 $request_method $site_asked $status $body_bytes_sent $request_time';
${usageLog ? usageLogFormat(base) : ''}
${tls ? toHttps(host, tls.http) : ''}server {
${listen.map((address) => `  listen ${address}${tls ? ' ssl http2' : ''};`).join('\n')}
  server_name ${host};
${tls ? certified(tls) : ''}
  # A build moves this link. It is followed anew for every file, so nothing needs a reload; open_file_cache would hold on to the old release.
  root "${folder}";
  absolute_redirect off;
  server_tokens off;
  access_log "${logs.access}" site;${usageLog ? `\n  access_log "${logs.usage}" site_usage if=$site_is_use;` : ''}
  # The error log names addresses of readers, so it is kept for what breaks the server itself.
  error_log "${logs.errors}" crit;

  types {
${Object.entries(contentTypes)
  .map(([type, extensions]) => `    ${type} ${extensions.join(' ')};`)
  .join('\n')}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types ${furtherTextTypes};

  # The build made the Brotli copies. The module is libnginx-mod-http-brotli-static of Debian and Ubuntu; without it remove this line.
  brotli_static on;
  gzip on;
  gzip_vary on;
  gzip_min_length 1000;
  gzip_types ${furtherTextTypes};

  # Nothing is ever sent here, and nobody may hold a connection by being slow.
  client_max_body_size 1k;
  client_header_timeout 10s;
  client_body_timeout 10s;
  send_timeout 10s;
  keepalive_timeout 30s;

${headerLines()}

  error_page 404 $site_not_found;
  # A folder without a page is no secret and no page.
  error_page 403 =404 $site_not_found;

  # Hidden files, and those for other hosts.
  location ~ "/\\.(?!well-known/)|^${inPattern(base)}/_(headers|redirects)$|\\.br$" {
    return 404;
  }
${base && belowBase(base, folder)}${Object.entries(redirects)
  .map(([from, to]) => `  location = ${base}${from} {\n    return 301 ${base}${to};\n  }\n`)
  .join('')}}
`;

/**
 * The whole configuration of an nginx that serves nothing but the site, without rights and with one folder to write
 * into: in a container, and in tests.
 * @param temporary absolute path of that folder
 * @param modules directives that load the Brotli module
 */
export const wholeNginxConfiguration = (site: NginxSite, temporary: string, modules: string): string => `\
${modules}
daemon off;
worker_processes auto;
pid "${temporary}/nginx.pid";
error_log stderr warn;
events {
  worker_connections 1024;
}
http {
  sendfile on;
  tcp_nopush on;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path "${temporary}/${name}";`).join('\n')}
${nginxConfiguration(site)}}
`;

const toHttps = (host: string, listen: string[]): string => `\
server {
${listen.map((address) => `  listen ${address};`).join('\n')}
  server_name ${host};
  server_tokens off;
  access_log off;
  return 301 https://${host}$request_uri;
}

`;

const certified = ({ certificate, key }: { certificate: string; key: string }): string => `\
  ssl_certificate "${certificate}";
  ssl_certificate_key "${key}";
  ssl_protocols TLSv1.2 TLSv1.3;
  ssl_session_cache shared:site:2m;
  ssl_session_tickets off;
`;

/** A path as it stands in a regular expression. */
const inPattern = (path: string): string => path.replaceAll('.', '\\.');

/** For a site under a path: the site below it, what belongs to the root of the host, and nothing else. */
const belowBase = (base: string, folder: string): string => `\
  location ${base}/ {
    alias "${folder}/";
  }
  location / {
    return 404;
  }
  location = / {
    return 302 ${base}/;
  }
  location = ${base} {
    return 301 ${base}/;
  }
  location = /robots.txt {
  }
  location /.well-known/ {
  }
`;

/** The format of the usage log: pages and missing addresses, and the query on the search pages alone. */
const usageLogFormat = (base: string): string => `
# What is read and searched for, by the hour: nothing about people. OPERATIONS.md tells how long it is kept.
map $time_iso8601 $site_hour {
  "~^(?<site_hour_part>.{13})" $site_hour_part;
}
map $site_asked $site_query {
  default "";
${languages.map((lang) => `  ${base}${sectionPath(lang, 'search')} $arg_q;`).join('\n')}
}
map "$request_method $status $site_asked" $site_is_use {
  default 0;
  "~^GET (200|304) .*/$" 1;
  "~^GET 404 " 1;
}
log_format site_usage escape=json '{"hour":"$site_hour","path":"$site_asked","status":$status,"q":"$site_query"}';
`;

const headerNames = [
  ...new Set(['/', ...pathsWithOwnHeaders].flatMap((path) => Object.keys(headersOf(path)))),
];
const defaultHeaders = headersOf('/');
const variable = (name: string): string => `$site_${name.toLowerCase().replaceAll('-', '_')}`;
/** Path prefixes where a header differs from the default. */
const exceptionsOf = (name: string): string[] =>
  pathsWithOwnHeaders.filter((path) => headersOf(path)[name] !== defaultHeaders[name]);

/** A map for each header that differs by path. nginx does not send a header with an empty value. */
const headerMaps = (base: string): string =>
  headerNames
    .filter((name) => exceptionsOf(name).length > 0)
    .map(
      (name) =>
        `\nmap $uri ${variable(name)} {\n  default "${defaultHeaders[name] ?? ''}";\n${exceptionsOf(name)
          .map((path) => `  "~^${inPattern(base + path)}" "${headersOf(path)[name]}";`)
          .join('\n')}\n}\n`,
    )
    .join('');

/**
 * Directives for the server block: in nginx, a location with its own `add_header` would inherit none of
 * these.
 */
const headerLines = (): string =>
  headerNames
    .map(
      (name) =>
        `  add_header ${name} ${exceptionsOf(name).length > 0 ? variable(name) : `"${defaultHeaders[name]}"`} always;`,
    )
    .join('\n');
