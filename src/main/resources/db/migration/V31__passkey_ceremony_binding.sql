-- A new ceremony replaces the earlier one of its session or page.
create index passkey_ceremony_binding on passkey_ceremony (binding_hash);
