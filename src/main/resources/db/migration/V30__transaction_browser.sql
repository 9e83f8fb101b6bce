-- The page after a link finds the sign-in of its browser that is still open.
create index authorization_transaction_browser on authorization_transaction (browser_hash);
