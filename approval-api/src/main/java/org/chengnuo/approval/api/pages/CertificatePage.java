package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.projections.certificates.Certificate;
import org.chengnuo.approval.projections.certificates.Certificates;
import org.chengnuo.approval.projections.certificates.Published;
import org.chengnuo.approval.projections.editions.Editions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A published figure for everybody, who can have it computed again. */
@Controller
class CertificatePage {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Certificates certificates;
    private final Editions editions;
    private final MessageSource messages;

    CertificatePage(Certificates certificates, Editions editions, MessageSource messages) {
        this.certificates = certificates;
        this.editions = editions;
        this.messages = messages;
    }

    /**
     * @param withheld whether its numbers are not published
     */
    record Row(List<String> cells, boolean withheld) {}

    @GetMapping("/certificates/{number}")
    String certificate(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String again,
            Locale locale,
            Model model) {
        Published published =
                certificates
                        .find(number)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var words = new Wording(messages, locale, editions.policies());
        model.addAttribute("published", published);
        if (again != null) {
            model.addAttribute("verification", certificates.verify(published));
        }
        Certificate certificate = published.readable();
        model.addAttribute("certificate", certificate);
        if (certificate != null) {
            model.addAttribute("figureTitle", words.say(certificate.title()));
            model.addAttribute("publishedAt", Wording.minute(certificate.publishedAt(), CHINA));
            model.addAttribute(
                    "columns",
                    certificate.columns().stream()
                            .map(column -> words.say(column.title()))
                            .toList());
            model.addAttribute("rows", rows(certificate));
            model.addAttribute("definition", sentences(certificate.definition(), words.chinese()));
            model.addAttribute("query", query(certificate));
            model.addAttribute("editions", names(certificate.rules().path("editions")));
            model.addAttribute("calendars", names(certificate.rules().path("calendars")));
        }
        return "certificate";
    }

    private static List<Row> rows(Certificate certificate) {
        return StreamSupport.stream(certificate.result().spliterator(), false)
                .map(
                        row ->
                                new Row(
                                        certificate.columns().stream()
                                                .map(column -> cell(row.at(column.at())))
                                                .toList(),
                                        row.path("withheld").asBoolean(false)))
                .toList();
    }

    private static String cell(JsonNode value) {
        return switch (value) {
            case ArrayNode list ->
                    StreamSupport.stream(list.spliterator(), false)
                            .map(CertificatePage::cell)
                            .collect(Collectors.joining(", "));
            case JsonNode one when one.isString() -> one.stringValue();
            case JsonNode one when one.isValueNode() && !one.isNull() -> one.toString();
            default -> "–";
        };
    }

    /** What the definition says in words, in its order. */
    private static List<String> sentences(JsonNode node, boolean chinese) {
        var sentences = new ArrayList<String>();
        JsonNode text = node.path(chinese ? "zh" : "en");
        if (text.isString()) {
            sentences.add(text.stringValue());
        } else {
            node.forEach(child -> sentences.addAll(sentences(child, chinese)));
        }
        return sentences;
    }

    private static String query(Certificate certificate) {
        return certificate.parameters().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + String.join(",", entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path("name").asString(""))
                .collect(Collectors.joining(", "));
    }
}
