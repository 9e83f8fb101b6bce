package dev.signet.tokens.status;

/** A part of an SQL query that joins the slots of an owner into a query of another package, which saves a query. */
public final class JoinedSlots {

    /** The expression that returns the slots of a row, as {@link SetEntries#add} reads them. */
    public static final String SLOTS = "owner.slots";

    private JoinedSlots() {}

    /** Returns the join with the owner of a kind and identity; both are SQL expressions. */
    public static String join(String kind, String identity) {
        return " join status_slot_owner owner on owner.kind = " + kind + " and owner.identity = " + identity;
    }
}
