{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Evidencias: {{TITULO}}</h1>
<p class="lead">{{NOMBRE}} · {{PUESTO}}. {{#PENDIENTE}}Para el {{LIMITE:x-largo}}{{#VENCIDA}} (vencida){{/VENCIDA}}.{{/PENDIENTE}}{{#HECHA}}Hecha el {{HECHA_EL:x-largo}}.{{/HECHA}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Tome una foto con su teléfono o elija un archivo que demuestre que la tarea se hizo. Al subirlo la tarea queda hecha en la fecha que indique. Solo lo ven la persona, su jefe, su ORH y SERVIR. Lo que se agrega no se borra.</p></details>
{{#ADMITE}}<form method="post" enctype="multipart/form-data" novalidate>
{{>CSRF}}
{{>CAMPO_VERSION}}
{{>CAMPO_ARCHIVO}}
{{#PIDE_FECHA}}{{>CAMPO_FECHA}}
{{/PIDE_FECHA}}<div class="acc"><button>Subir la evidencia</button></div>
</form>
{{/ADMITE}}{{#HAY_LISTA_ARCHIVOS}}<h2>Lo que hay</h2>
<ul class="tareas">
{{#LISTA_ARCHIVOS}}<li><div><a href="/evidencia/{{ID}}/archivo">Descargar {{NOMBRE}}</a>
<p class="hint">{{TIPO}}, {{KB:x-miles}} KB. {{CUANDO}}{{#HAY_QUIEN}}, {{QUIEN}}{{/HAY_QUIEN}}</p></div>
{{#REPETIDA}}<span class="est OBSERVADA">El mismo archivo está en otra etapa</span>{{/REPETIDA}}</li>
{{/LISTA_ARCHIVOS}}</ul>
{{/HAY_LISTA_ARCHIVOS}}{{#NO_LISTA_ARCHIVOS}}<div class="nota"><p>Todavía no hay evidencias de esta tarea.</p></div>
{{/NO_LISTA_ARCHIVOS}}<p class="noimp"><a href="/servidor/{{VINCULO_ID}}/tareas">Ver las tareas de {{NOMBRE}}</a></p>
