package org.chengnuo.approval.projections.reviewtimes;

import java.sql.SQLException;

/** A version of a fact. */
interface Fact {

    /** All columns but those by which it ends. */
    void appendTo(Row row) throws SQLException;

    /** What belongs to it in tables of its own. */
    void appendParts(VersionedTable.Appenders rows) throws SQLException;
}
