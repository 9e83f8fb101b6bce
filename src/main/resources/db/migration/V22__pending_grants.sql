-- What was granted in a browser session and not collected yet goes with it.
create index authorization_code_browser_session on authorization_code (browser_session_id);
create index device_grant_browser_session on device_grant (browser_session_id);
