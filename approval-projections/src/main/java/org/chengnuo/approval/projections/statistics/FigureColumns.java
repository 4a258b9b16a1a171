package org.chengnuo.approval.projections.statistics;

import org.chengnuo.approval.projections.certificates.Figure.Column;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The headings of a published figure, in the words of the pages. */
@Component
class FigureColumns {

    private final MessageSource messages;

    FigureColumns(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Those of the groupings, and then the others.
     *
     * @param fields of a row, each under the key {@code certificate.column.<field>}
     */
    List<Column> of(List<Dimension> groupings, String... fields) {
        var columns = new ArrayList<Column>();
        for (Dimension grouping : groupings) {
            columns.add(new Column("/keys/" + columns.size(), say("group." + grouping.name())));
        }
        for (String field : fields) {
            columns.add(new Column("/" + field, say("certificate.column." + field)));
        }
        return columns;
    }

    private Bilingual say(String key) {
        return new Bilingual(
                messages.getMessage(key, null, Locale.ENGLISH),
                messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
    }
}
