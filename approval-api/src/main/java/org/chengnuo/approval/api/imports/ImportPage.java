package org.chengnuo.approval.api.imports;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import java.time.Clock;
import java.time.Instant;

/** The page of imports. It posts to the API and asks the API how far an import is. */
@Controller
@ConditionalOnWebApplication
class ImportPage {

    private final Imports imports;
    private final Clock clock;

    ImportPage(Imports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    @GetMapping("/imports")
    String page(Model model) {
        Instant now = clock.instant();
        model.addAttribute("mappings", ShippedMappings.NAMES);
        model.addAttribute(
                "imports",
                imports.latest(50).stream().map(log -> ImportView.of(log, now)).toList());
        return "imports";
    }
}
