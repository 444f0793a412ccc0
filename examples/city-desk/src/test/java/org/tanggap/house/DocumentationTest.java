package org.tanggap.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every public thing says what it is, and every parameter what it means. */
class DocumentationTest {

  private static final List<String> MODULES =
      List.of("core", "geo", "channels/adapters", "channels/testkit");

  private final List<String> undocumented = new ArrayList<>();

  @Test
  void everything_public_is_documented() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(Path.of("..", "..", module, "src", "main", "java"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.endsWith("module-info.java"))
            .forEach(sources::add);
      }
    }

    check(sources);

    assertThat(sources).hasSizeGreaterThan(100);
    assertThat(undocumented).isEmpty();
  }

  @Test
  void what_is_missing_is_found(@TempDir Path folder) throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("Place.java"),
            """
            /** A place. */
            public record Place(int code) {
              public int twice(int factor) { return code * factor; }
              /** Half of it.
               * @param by how much */
              public int half(int by, int of) { return by + of; }
            }
            """);

    check(List.of(source));

    assertThat(undocumented)
        .containsExactlyInAnyOrder(
            "Place: @param code",
            "Place.twice(int)",
            "Place.half(int,int): @param of",
            "Place.half(int,int): @return");
  }

  private void check(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none", "-Xlint:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      Iterable<? extends CompilationUnitTree> units = task.parse();
      task.analyze();
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : units) {
        unit.getTypeDecls()
            .forEach(type -> check(docs, docs.getElement(new TreePath(new TreePath(unit), type))));
      }
    }
  }

  private void check(DocTrees docs, Element element) {
    if (element == null || !isShown(element) || isInherited(element)) {
      return;
    }
    DocCommentTree comment = docs.getDocCommentTree(element);
    if (comment == null) {
      if (isToBeDocumented(element)) {
        undocumented.add(name(element));
      }
    } else {
      checkTags(element, comment);
    }
    element.getEnclosedElements().forEach(enclosed -> check(docs, enclosed));
  }

  private static boolean isShown(Element element) {
    boolean inInterface =
        element.getEnclosingElement() != null
            && element.getEnclosingElement().getKind() == ElementKind.INTERFACE;
    return inInterface
        ? !element.getModifiers().contains(Modifier.PRIVATE)
        : element.getModifiers().contains(Modifier.PUBLIC)
            || element.getModifiers().contains(Modifier.PROTECTED);
  }

  /** What overrides another method says what that one says. */
  private static boolean isInherited(Element element) {
    return element.getAnnotation(Override.class) != null
        || Set.of("toString", "hashCode", "equals").contains(element.getSimpleName().toString());
  }

  /** What a record makes by itself is told by its components. */
  private static boolean isToBeDocumented(Element element) {
    boolean ofRecord =
        element.getEnclosingElement() != null
            && element.getEnclosingElement().getKind() == ElementKind.RECORD;
    if (ofRecord && (element.getKind() == ElementKind.CONSTRUCTOR || isAccessor(element))) {
      return false;
    }
    return element.getKind() != ElementKind.RECORD_COMPONENT && !isMadeByEnum(element);
  }

  private static boolean isAccessor(Element method) {
    return method instanceof ExecutableElement executable
        && executable.getParameters().isEmpty()
        && method.getEnclosingElement().getEnclosedElements().stream()
            .anyMatch(
                other ->
                    other.getKind() == ElementKind.RECORD_COMPONENT
                        && other.getSimpleName().equals(method.getSimpleName()));
  }

  private static boolean isMadeByEnum(Element element) {
    return element.getEnclosingElement() != null
        && element.getEnclosingElement().getKind() == ElementKind.ENUM
        && Set.of("values", "valueOf").contains(element.getSimpleName().toString());
  }

  private void checkTags(Element element, DocCommentTree comment) {
    Set<String> told = new HashSet<>();
    boolean returnTold = false;
    for (DocTree tag : comment.getBlockTags()) {
      if (tag instanceof ParamTree param) {
        told.add(param.getName().getName().toString());
      }
      returnTold |= tag.getKind() == DocTree.Kind.RETURN;
    }
    if (element instanceof TypeElement type) {
      for (RecordComponentElement component : type.getRecordComponents()) {
        require(
            told.contains(component.getSimpleName().toString()), element, "@param " + component);
      }
    } else if (element instanceof ExecutableElement method) {
      method
          .getParameters()
          .forEach(
              p -> require(told.contains(p.getSimpleName().toString()), element, "@param " + p));
      boolean returns = !method.getReturnType().toString().equals("void");
      boolean constructor = element.getKind() == ElementKind.CONSTRUCTOR;
      require(!returns || constructor || returnTold, element, "@return");
    }
  }

  private void require(boolean told, Element element, String what) {
    if (!told) {
      undocumented.add(name(element) + ": " + what);
    }
  }

  private static String name(Element element) {
    return element instanceof ExecutableElement
        ? element.getEnclosingElement().getSimpleName() + "." + element
        : element.getSimpleName().toString();
  }
}
