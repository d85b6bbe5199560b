package org.aforo.service.topics.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.aforo.api.quota.TokenBucket;
import org.aforo.service.topics.internal.message.Message;

/**
 * How many messages and bytes a second a FIFO topic takes altogether, or how many messages of each message group where its throughput is scoped
 * so. Its user locks.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/fifo-high-throughput.html">FIFO throughput</a>
 */
final class FifoRate {

    private static final int GROUPS = 10_000;
    private static final float LOAD = 0.75f;

    private final Engine engine;
    private final TokenBucket all;
    private final TokenBucket bytes;
    private final Map<String, TokenBucket> groups = new LinkedHashMap<>(16, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > GROUPS;
        }
    };

    FifoRate(Engine engine) {
        this.engine = engine;
        this.all = new TokenBucket("publishes", engine.bench().clock(), engine.limits().fifoRate);
        this.bytes = new TokenBucket("published bytes", engine.bench().clock(), engine.limits().fifoBytes);
    }

    /** Counts messages if they are within the rate. */
    boolean tryTake(List<Message> messages, boolean byGroup) {
        if (!byGroup) {
            return all.tryTake(messages.size()) && bytes.tryTake(messages.stream().mapToLong(Message::size).sum());
        }
        Map<String, Integer> counts = new TreeMap<>();
        messages.forEach(message -> counts.merge(message.groupId(), 1, Integer::sum));
        return counts.entrySet().stream().allMatch(each -> bucket(each.getKey()).tryTake(each.getValue()));
    }

    private TokenBucket bucket(String group) {
        return groups.computeIfAbsent(group, id -> new TokenBucket("publishes of a group", engine.bench().clock(),
                engine.limits().fifoGroupRate));
    }
}
