package org.chengnuo.approval.api.parcel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.chengnuo.approval.api.journal.StaleVersion;
import org.chengnuo.approval.api.office.KeyReused;
import org.chengnuo.approval.api.office.Window;
import org.chengnuo.approval.parcel.ParcelCode;
import org.chengnuo.approval.parcel.ParcelCommand.DeliverService;
import org.chengnuo.approval.parcel.ParcelCommand.OrderService;
import org.chengnuo.approval.parcel.ParcelCommand.StartService;
import org.chengnuo.approval.parcel.ParcelCommand.SupplyLand;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.time.Instant;

/** What is done for a parcel; it is named when the first thing is done for it. */
@RestController
@RequestMapping("/api/v1/projects/{id}/parcels/{parcel}")
@Tag(name = "Parcels 宗地")
class ParcelController {

    private final Window window;

    ParcelController(Window window) {
        this.window = window;
    }

    record Moment(@Schema(example = "2026-03-05T09:00:00+08:00") @Nullable Instant occurredAt) {}

    record Delivery(
            @Schema(example = "2026-03-20T09:00:00+08:00") @Nullable Instant occurredAt,
            @Schema(example = "区评〔2026〕4号") @Size(max = 200) @Nullable String document) {}

    /**
     * @param area in square metres
     */
    record Supply(
            @Schema(example = "2026-03-25T09:00:00+08:00") @Nullable Instant occurredAt,
            @Schema(example = "53340.00", description = "square metres") @NotNull BigDecimal area,
            @Schema(example = "出让合同〔2026〕12号") @Size(max = 200) @Nullable String document) {}

    @Operation(summary = "Order a government service for the parcel 启动政府统一服务")
    @PostMapping("/services/{item}/order")
    ResponseEntity<String> orderService(
            @PathVariable ProjectId id,
            @PathVariable ParcelCode parcel,
            @PathVariable ItemCode item,
            @RequestBody @Valid Moment body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http, body, new OrderService(id, window.at(body.occurredAt()), parcel, item));
    }

    @Operation(summary = "The service has been started 统一服务开展")
    @PostMapping("/services/{item}/start")
    ResponseEntity<String> startService(
            @PathVariable ProjectId id,
            @PathVariable ParcelCode parcel,
            @PathVariable ItemCode item,
            @RequestBody @Valid Moment body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http, body, new StartService(id, window.at(body.occurredAt()), parcel, item));
    }

    @Operation(summary = "The service has been delivered, with its numbered result 统一服务完成")
    @PostMapping("/services/{item}/delivery")
    ResponseEntity<String> deliverService(
            @PathVariable ProjectId id,
            @PathVariable ParcelCode parcel,
            @PathVariable ItemCode item,
            @RequestBody @Valid Delivery body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new DeliverService(
                        id, window.at(body.occurredAt()), parcel, item, body.document()));
    }

    @Operation(summary = "The land has been supplied 供地")
    @PostMapping("/supply")
    ResponseEntity<String> supplyLand(
            @PathVariable ProjectId id,
            @PathVariable ParcelCode parcel,
            @RequestBody @Valid Supply body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new SupplyLand(
                        id, window.at(body.occurredAt()), parcel, body.area(), body.document()));
    }
}
