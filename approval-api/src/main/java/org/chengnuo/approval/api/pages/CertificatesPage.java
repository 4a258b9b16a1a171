package org.chengnuo.approval.api.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.chengnuo.approval.projections.access.Role;
import org.chengnuo.approval.projections.certificates.AlreadySuperseded;
import org.chengnuo.approval.projections.certificates.Certificate;
import org.chengnuo.approval.projections.certificates.Certificates;
import org.chengnuo.approval.projections.certificates.Published;
import org.chengnuo.approval.projections.certificates.Publishing;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

import java.security.Principal;
import java.util.Locale;

/**
 * All published figures, for everybody; and the form by which an analyst publishes another one,
 * under an address of its own, for which the browser asks who it is.
 */
@Controller
class CertificatesPage {

    private static final String PUBLICATION = "/certificates/publication";

    /** As the API takes it. */
    private static final int LONGEST = 2000;

    private final Certificates certificates;
    private final Publishing publishing;
    private final MessageSource messages;
    private final Editions editions;

    CertificatesPage(
            Certificates certificates,
            Publishing publishing,
            MessageSource messages,
            Editions editions) {
        this.certificates = certificates;
        this.publishing = publishing;
        this.messages = messages;
        this.editions = editions;
    }

    /**
     * What is to be published, as the form has it.
     *
     * @param query as the address of the figure has it, after the question mark
     */
    record Asked(
            @Nullable String figure,
            @Nullable String query,
            @Nullable String english,
            @Nullable String chinese,
            @Nullable String supersedes,
            @Nullable String reason) {

        private @Nullable Bilingual title() {
            if (english == null && chinese == null) {
                return null;
            }
            if (english == null || chinese == null) {
                throw new IllegalArgumentException(
                        "title: give it in English and in Chinese, or in neither for that of the"
                                + " figure");
            }
            return new Bilingual(shortEnough("title", english), shortEnough("title", chinese));
        }

        private static <T extends @Nullable String> T shortEnough(String name, T text) {
            if (text != null && text.length() > LONGEST) {
                throw new IllegalArgumentException(
                        "%s: at most %d characters, not %d"
                                .formatted(name, LONGEST, text.length()));
            }
            return text;
        }
    }

    /**
     * @param certificate null if it was tampered with so that it is none any more
     */
    record Line(
            String number,
            String title,
            @Nullable String publishedAt,
            boolean intact,
            @Nullable Certificate certificate,
            @Nullable String supersededBy) {}

    @GetMapping("/certificates")
    String all(
            @ModelAttribute("asked") Asked asked,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        var words = new Wording(messages, locale, editions.policies());
        model.addAttribute(
                "lines", certificates.all().stream().map(one -> line(one, words)).toList());
        boolean mayPublish =
                request.isUserInRole(Role.ANALYST.name())
                        || request.isUserInRole(Role.ADMIN.name());
        model.addAttribute("mayPublish", mayPublish);
        model.addAttribute("figures", certificates.figures());
        model.addAttribute(
                "publication",
                Address.none()
                        .with("figure", asked.figure())
                        .with("query", asked.query())
                        .with("supersedes", asked.supersedes())
                        .at(PUBLICATION));
        return "certificates";
    }

    /** The same, for who is asked to log in. */
    @GetMapping(PUBLICATION)
    String form(
            @ModelAttribute("asked") Asked asked,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        return all(asked, request, locale, model);
    }

    @PostMapping(PUBLICATION)
    String publish(
            @ModelAttribute("asked") Asked asked,
            Principal user,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        try {
            Published published =
                    publishing.publish(
                            asked.figure() == null ? "" : asked.figure(),
                            Asked.shortEnough("query", asked.query()),
                            asked.title(),
                            asked.supersedes(),
                            Asked.shortEnough("reason", asked.reason()),
                            user);
            return "redirect:/certificates/" + published.number();
        } catch (IllegalArgumentException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("problem", e.getMessage());
        } catch (AlreadySuperseded e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("problem", e.getMessage());
        }
        return all(asked, request, locale, model);
    }

    private static Line line(Published published, Wording words) {
        Certificate certificate = published.readable();
        return new Line(
                published.number(),
                certificate == null ? "–" : words.say(certificate.title()),
                certificate == null
                        ? null
                        : Wording.minute(certificate.publishedAt(), CertificatePage.CHINA),
                published.isIntact(),
                certificate,
                published.supersededBy());
    }
}
