package org.obsenv.console.signoff;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.obsenv.console.acting.SignOffRun;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** What a report says, and the button that enters it. */
final class ReportPane extends HBox {
    private final SignOffViewModel model;
    private final Words words;
    private final Label said = Nodes.wrapped("", "strip-text");
    private final Button enter;
    private final Button cancel;

    ReportPane(SignOffViewModel model) {
        this.model = model;
        this.words = model.words();
        setId("report");
        getStyleClass().addAll("strip", "strip-warn", "strip-row");
        setAlignment(Pos.CENTER_LEFT);
        said.setId("report-said");
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        enter = Nodes.button("", this::enter, "small");
        enter.setId("report-enter");
        enter.disableProperty().bind(model.run().busyProperty());
        cancel = Nodes.button(words.text("cancel"), () -> model.report().close(), "small");
        cancel.setId("report-cancel");
        getChildren().addAll(said, enter, cancel);
        model.report().sightProperty().subscribe(this::show);
        model.run().endingProperty().subscribe(ending -> {
            if (ending.filter(SignOffRun.Ended::good).isPresent()) {
                model.report().close();
            }
        });
    }

    private void show(ReportSight sight) {
        Nodes.show(this, !(sight instanceof ReportSight.Closed));
        Nodes.show(enter, sight instanceof ReportSight.Found);
        switch (sight) {
            case ReportSight.Closed closed -> said.setText("");
            case ReportSight.Reading(String place) ->
                said.setText(words.text("report.reading", "place", Visible.line(place)));
            case ReportSight.Unsaid(String reason) -> say(reason);
            case ReportSight.Found found -> {
                boolean passed = found.said().result() == Deed.CheckResult.PASSED;
                said.setText(told(found));
                enter.setText(words.text(passed ? "report.enter.passed" : "report.enter.failed"));
                enter.requestFocus();
            }
        }
    }

    private void say(String reason) {
        // Reasons are sentences of their own, or parts of one.
        String part = reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
        said.setText(words.text("report.unsaid", "reason", Visible.line(part)));
        cancel.requestFocus();
    }

    private String told(ReportSight.Found found) {
        String title = words.text(
                "check.title",
                "repository",
                found.cell().repository(),
                "deployment",
                found.cell().deployment());
        return Stream.concat(Stream.of(title, found.said().evidence()), found.said().remarks().stream())
                .map(Visible::line)
                .collect(Collectors.joining("\n"));
    }

    private void enter() {
        if (model.report().sightProperty().get() instanceof ReportSight.Found found) {
            model.acts().act(found.said().deed(found.cell()));
        }
    }
}
