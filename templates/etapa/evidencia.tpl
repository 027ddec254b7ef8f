{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Evidencias: {{ETAPA}}</h1>
<p class="lead">{{NOMBRE}} · {{DOCUMENTO}} · {{PUESTO}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea y agregue lo que demuestra que la etapa se realizó: lista de asistencia, constancia o una foto desde su teléfono. Solo lo ven la persona, su jefe, su ORH y SERVIR. Lo que se agrega no se borra.</p></details>
{{#HAY_ARCHIVOS}}<ul class="tareas">
{{#ARCHIVOS}}<li><div><a href="/evidencia/{{ID}}/archivo">Descargar {{NOMBRE}}</a>
<p class="hint">{{TIPO}}, {{KB:x-miles}} KB. {{CUANDO}}{{#HAY_QUIEN}}, {{QUIEN}}{{/HAY_QUIEN}}</p></div>
{{#REPETIDA}}<span class="est OBSERVADA">El mismo archivo está en otra etapa</span>{{/REPETIDA}}</li>
{{/ARCHIVOS}}</ul>
{{/HAY_ARCHIVOS}}{{#NO_ARCHIVOS}}<div class="nota"><p>Todavía no hay evidencias de esta etapa.</p></div>
{{/NO_ARCHIVOS}}{{#CABE}}<h2>Agregar</h2>
<form method="post" enctype="multipart/form-data" novalidate>
{{>CSRF}}
{{>CAMPO_ARCHIVO}}
<div class="acc"><button>Agregar la evidencia</button></div>
</form>
{{/CABE}}<p class="noimp"><a href="/servidor/{{VINCULO_ID}}/ficha">Ver la ficha</a></p>
