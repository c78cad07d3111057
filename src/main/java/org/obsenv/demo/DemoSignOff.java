package org.obsenv.demo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the demo signs off: five seats, the notebooks of two repositories on two deployments, an image list. */
final class DemoSignOff {
    static final List<String> DEPLOYMENTS = List.of("data-int", "summit");
    static final List<String> REPOSITORIES = List.of("tutorial-notebooks", "system-test");

    private DemoSignOff() {}

    /** Whose the seats are. */
    enum Cast {
        /** All are the caller's: there is nobody else who could sign what was signed before a newcomer comes. */
        STORYTELLER,
        /** One is the caller's, the others have holders of their own. */
        LEAD
    }

    /** Someone who acknowledges. */
    record Chair(String id, String title, String holder) {}

    static final List<Chair> CHAIRS = List.of(
            new Chair("platform", "Science Platform lead", "lead1"),
            new Chair("owner", "Science Platform product owner", "lead3"),
            new Chair("community", "Community Engagement lead", "lead5"),
            new Chair("pipelines", "Science Pipelines lead", ""),
            new Chair("middleware", "Middleware lead", "lead6"));

    /** The key {@code signoff} of the site file; empty for an account whose name a site file cannot hold. */
    static Optional<Map<String, Object>> policy(Path store, String caller, Cast cast) {
        if (!caller.matches("[a-z_][a-z0-9_.-]{0,31}")) {
            return Optional.empty();
        }
        Map<String, Object> seats = new LinkedHashMap<>();
        for (Chair each : CHAIRS) {
            boolean isCallers = cast == Cast.STORYTELLER || each.holder().isEmpty();
            Map<String, Object> seat = new LinkedHashMap<>();
            seat.put("title", each.title());
            seat.put("holders", List.of(isCallers ? caller : each.holder()));
            seats.put(each.id(), seat);
        }
        Map<String, Object> notebooks = new LinkedHashMap<>();
        REPOSITORIES.forEach(each -> notebooks.put(each, Map.of("owners", List.of(caller))));
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("store", store.toString());
        policy.put("process", "seven-step");
        policy.put("seats", seats);
        policy.put("deployments", DEPLOYMENTS);
        policy.put("notebooks", notebooks);
        policy.put("lasts", "60 d");
        return Optional.of(policy);
    }

    /** The key {@code images} of the site file. */
    static Map<String, Object> images(Path list) {
        Map<String, Object> images = new LinkedHashMap<>();
        images.put("list", list.toString());
        images.put("recommended", DemoImages.RECOMMENDED);
        images.put("packages-label", DemoImages.PACKAGES_LABEL);
        return images;
    }
}
