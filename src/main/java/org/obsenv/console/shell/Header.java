package org.obsenv.console.shell;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;
import org.obsenv.console.support.Times;
import org.obsenv.console.windows.WindowsViewModel;
import org.obsenv.domain.Tier;
import org.obsenv.site.Site;
import org.obsenv.words.Words;

/** Which site this is, how formal, where its files are, what time it is, who sits here. */
final class Header extends HBox {
    /** Characters; a longer name of a site may be shortened. */
    private static final int WHOLE = 32;

    private final Site site;
    private final Words words;
    private final Label utc = Nodes.whole("", "utc");
    private final Label siteTime = Nodes.whole("", "site-time");
    private final Button window;
    private final WindowCountdown countdown;
    private Instant now = Instant.EPOCH;
    private final Label person = Nodes.whole("", "tag", "person");

    /** @param openWindows shows the sessions of maintenance windows */
    Header(Site site, Words words, Optional<WindowsViewModel> windows, Runnable openWindows) {
        this.site = site;
        this.words = words;
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        Label name = Nodes.label(words.text("header.site", "site", site.name()), "site");
        if (name.getText().length() <= WHOLE) {
            name.setMinWidth(USE_PREF_SIZE);
        }
        Hint.give(name, name.getText());
        String formality = site.tier().map(Tier::written).orElse("");
        Label tier = Nodes.whole(formality.toUpperCase(Locale.ROOT), "tier");
        tier.setAccessibleText(words.text("header.tier", "tier", formality));
        Nodes.show(tier, site.tier().isPresent());
        Label root = Nodes.label(site.root().toString(), "root-path");
        // The first to give way where there is little room, and from its front: the end tells environments apart.
        root.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        root.setMinWidth(0);
        Hint.give(root, words.text("header.root", "root", root.getText()));
        HBox clock = new HBox(utc, Nodes.whole(words.text("header.utc"), "utc-name"));
        clock.getStyleClass().add("clock");
        clock.setAlignment(Pos.CENTER);
        // Windows are for promoting images; where none are signed off nobody waits for one.
        countdown = new WindowCountdown(words);
        window = Nodes.button("", openWindows, "header-window");
        window.setId("window");
        windows.ifPresent(each -> each.calendarProperty().subscribe(calendar -> {
            countdown.show(calendar);
            showWindow();
        }));
        getChildren().addAll(new AppSign(), name, tier, root, Nodes.spring(), window, clock, siteTime, person);
        Nodes.show(siteTime, !site.zone().normalized().equals(ZoneOffset.UTC));
    }

    void tick(Instant at) {
        now = at;
        showWindow();
        utc.setText(Times.clock(now));
        siteTime.setText(Times.atSite(now, site.zone()));
    }

    private void showWindow() {
        String opening = countdown.at(now);
        window.setText(opening);
        window.setAccessibleText(words.text("header.window.name", "counted", opening));
        Nodes.show(window, !opening.isEmpty());
        Hint.give(window, countdown.hint());
    }

    void showPerson(String text) {
        person.setText(text);
        person.setAccessibleText(words.text("header.person", "person", text));
    }

    /** A menu of its own, such as the demo's, before the clock. */
    void addMenu(String title, List<MenuItem> items) {
        MenuButton menu = new MenuButton(title);
        menu.setId("extras");
        menu.getStyleClass().add("quiet-menu");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.getItems().addAll(items);
        List<Node> children = getChildren();
        children.add(children.size() - 4, menu);
    }
}
