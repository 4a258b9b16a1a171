package org.chengnuo.approval.projections.certificates;

import org.chengnuo.approval.projections.certificates.Figure.Column;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A published figure, with all that is needed to compute it again.
 *
 * @param number as in {@code 2026-0001}, without gaps in its year
 * @param figure the kind of the figure
 * @param parameters as the address of the figure has them
 * @param filter which filings count
 * @param columns how the result is shown as a table
 * @param result the rows, with the numbers as the answer had them; small groups are withheld
 * @param journal of which the figure tells
 * @param position up to which the journal is in it
 * @param program the version that computed it
 * @param publishedBy the user
 * @param supersedes the certificate in whose place this one is; null if in none's
 * @param reason why it was superseded
 * @param previous the hash of the certificate that was published before this one, so that none can
 *     be changed, or be left out, without the later ones telling; null of the first
 */
public record Certificate(
        String number,
        Bilingual title,
        String figure,
        Map<String, List<String>> parameters,
        JsonNode definition,
        Map<String, String> filter,
        List<Column> columns,
        JsonNode result,
        UUID journal,
        Position position,
        JsonNode rules,
        String program,
        String publishedBy,
        Instant publishedAt,
        @Nullable String supersedes,
        @Nullable String reason,
        @Nullable String previous) {}
