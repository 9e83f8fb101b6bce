-- When a client was last given a token, to the day; kept for those that registered themselves, which go when nobody uses them.
alter table client add column last_used_at timestamp with time zone;

-- The registration access token that the present one took the place of: good until the present one is shown, because the answer that
-- brought that may have been lost.
alter table client add column former_registration_hash bytea;
