package org.cybox.testing;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The SQL in the sources: what is given to {@code JdbcClient.sql(…)} and to {@code SELECT + …} constants, put together as
 * the compiler would, one text for each way through {@code ? :}.
 */
public final class SqlSources {

    /** @param where file and line */
    public record Sql(String where, String text) {}

    private final Map<String, ExpressionTree> constants = new HashMap<>();
    private final List<Sql> found = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final List<CompilationUnitTree> units = new ArrayList<>();
    private final Function<TreePath, String> places;

    private static final SqlSources READ = new SqlSources();

    public static List<Sql> all() {
        return List.copyOf(READ.found);
    }

    public static List<String> unreadable() {
        return List.copyOf(READ.unreadable);
    }

    private SqlSources() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("--release", "25", "-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(Sources.java().toList()));
            task.parse().forEach(units::add);
            var positions = com.sun.source.util.Trees.instance(task).getSourcePositions();
            places = path -> {
                CompilationUnitTree unit = path.getCompilationUnit();
                long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, path.getLeaf()));
                return Path.of(unit.getSourceFile().toUri()).getFileName() + ":" + line;
            };
            units.forEach(unit -> new Constants().scan(unit, null));
            units.forEach(unit -> new Calls().scan(unit, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Constants extends TreePathScanner<Void, Void> {
        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
                    && variable.getInitializer() != null) {
                constants.put(type.getSimpleName() + "." + variable.getName(), variable.getInitializer());
            }
            return super.visitVariable(variable, nothing);
        }
    }

    private final class Calls extends TreePathScanner<Void, Void> {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("sql")
                    && call.getArguments().size() == 1) {
                String place = places.apply(getCurrentPath());
                values(call.getArguments().getFirst(), getCurrentPath(), 0)
                        .ifPresentOrElse(
                                texts -> texts.forEach(text -> found.add(new Sql(place, text))),
                                () -> unreadable.add(
                                        place + ": " + call.getArguments().getFirst()));
            }
            return super.visitMethodInvocation(call, nothing);
        }
    }

    /** All texts that an expression may stand for; empty when that cannot be known. */
    private Optional<List<String>> values(ExpressionTree expression, TreePath path, int depth) {
        if (depth > 8) {
            return Optional.empty();
        }
        return switch (expression) {
            case LiteralTree literal -> Optional.of(List.of(String.valueOf(literal.getValue())));
            case ParenthesizedTree inner -> values(inner.getExpression(), path, depth);
            case BinaryTree plus
            when plus.getKind() == Tree.Kind.PLUS ->
                both(values(plus.getLeftOperand(), path, depth), values(plus.getRightOperand(), path, depth));
            case ConditionalExpressionTree either ->
                join(values(either.getTrueExpression(), path, depth), values(either.getFalseExpression(), path, depth));
            case IdentifierTree name -> named(name.getName().toString(), path, depth);
            case MemberSelectTree select ->
                Optional.ofNullable(constants.get(lastTwo(select))).flatMap(value -> values(value, path, depth + 1));
            case MethodInvocationTree call -> called(call, path, depth);
            default -> Optional.empty();
        };
    }

    private static String lastTwo(MemberSelectTree select) {
        String owner = select.getExpression().toString();
        return owner.substring(owner.lastIndexOf('.') + 1) + "." + select.getIdentifier();
    }

    /** A method of the same class that only returns a text, or {@code "…".formatted(…)}. */
    private Optional<List<String>> called(MethodInvocationTree call, TreePath path, int depth) {
        if (call.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("formatted")) {
            Optional<List<String>> result = values(select.getExpression(), path, depth);
            for (ExpressionTree argument : call.getArguments()) {
                Optional<List<String>> inserted = values(argument, path, depth);
                result = result.flatMap(texts -> inserted.map(parts -> texts.stream()
                        .flatMap(text -> parts.stream().map(part -> text.replaceFirst("%s", part.replace("$", "\\$"))))
                        .toList()));
            }
            return result;
        }
        return Optional.empty();
    }

    private Optional<List<String>> named(String name, TreePath path, int depth) {
        for (TreePath up = path; up != null; up = up.getParentPath()) {
            if (up.getLeaf() instanceof MethodTree method) {
                Optional<List<String>> local = local(name, method, up, depth);
                if (local.isPresent()) {
                    return local;
                }
            }
            if (up.getLeaf() instanceof ClassTree type) {
                ExpressionTree constant = constants.get(type.getSimpleName() + "." + name);
                if (constant != null) {
                    return values(constant, up, depth + 1);
                }
            }
        }
        return Optional.empty();
    }

    /** A local variable, or a parameter that stands for what the callers in this file give. */
    private Optional<List<String>> local(String name, MethodTree method, TreePath at, int depth) {
        List<Optional<List<String>>> all = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void nothing) {
                if (variable.getName().contentEquals(name) && variable.getInitializer() != null) {
                    all.add(values(variable.getInitializer(), getCurrentPath(), depth + 1));
                }
                return super.visitVariable(variable, nothing);
            }
        }.scan(at, null);
        for (int i = 0; i < method.getParameters().size(); i++) {
            if (method.getParameters().get(i).getName().contentEquals(name)) {
                all.addAll(arguments(
                        method.getName().toString(), method.getParameters().size(), i, at, depth));
            }
        }
        return all.stream().reduce(SqlSources::join).orElse(Optional.empty());
    }

    private List<Optional<List<String>>> arguments(String method, int count, int index, TreePath at, int depth) {
        List<Optional<List<String>>> all = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                String name = call.getMethodSelect() instanceof MemberSelectTree select
                        ? select.getIdentifier().toString()
                        : call.getMethodSelect().toString();
                if (name.equals(method) && call.getArguments().size() == count) {
                    all.add(values(call.getArguments().get(index), getCurrentPath(), depth + 1));
                }
                return super.visitMethodInvocation(call, nothing);
            }
        }.scan(new TreePath(at.getCompilationUnit()), null);
        return all;
    }

    private static Optional<List<String>> both(Optional<List<String>> left, Optional<List<String>> right) {
        return left.flatMap(a -> right.map(b ->
                a.stream().flatMap(one -> b.stream().map(two -> one + two)).toList()));
    }

    private static Optional<List<String>> join(Optional<List<String>> one, Optional<List<String>> two) {
        return one.flatMap(a -> two.map(b -> {
            List<String> all = new ArrayList<>(a);
            all.addAll(b);
            return List.copyOf(all);
        }));
    }
}
