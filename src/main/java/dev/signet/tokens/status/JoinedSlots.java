package dev.signet.tokens.status;

/** A part of a JPQL query that joins the slots of an owner into a query of another package, which saves a query. */
public final class JoinedSlots {

    /** The expression that returns the slots of a row, as {@link SetEntries#add} reads them. */
    public static final String SLOTS = "owner.slots";

    private JoinedSlots() {}

    /** Returns the join with the owner of a kind and identity; both are JPQL expressions. */
    public static String join(String kind, String identity) {
        return " join SlotOwner owner on owner.kind = " + kind + " and owner.identity = " + identity;
    }
}
