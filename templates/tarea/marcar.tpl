{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>{{TITULO}}</h1>
<p class="lead">{{NOMBRE}} · {{PUESTO}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Registre que la tarea se hizo, con su fecha, o que no le corresponde a la persona, con el motivo. Si se equivocó, aquí lo deshace mientras su etapa siga abierta. Cada paso queda en la historia.</p></details>
<dl class="ficha">
<div><dt>Le toca a</dt><dd>{{QUIEN}}</dd></div>
<div><dt>Etapa</dt><dd>{{ETAPA}}</dd></div>
<div><dt>Para el</dt><dd>{{LIMITE:x-largo}}{{#VENCIDA}} (vencida){{/VENCIDA}}</dd></div>
<div><dt>Estado</dt><dd>{{#PENDIENTE}}Pendiente{{/PENDIENTE}}{{#HECHA}}Hecha el {{HECHA_EL:x-largo}}{{/HECHA}}{{#NO_APLICA}}No le corresponde: {{MOTIVO}}{{/NO_APLICA}}</dd></div>
<div><dt>Obligatoria</dt><dd>{{#OBLIGATORIA}}Sí{{/OBLIGATORIA}}{{#NO_OBLIGATORIA}}No{{/NO_OBLIGATORIA}}</dd></div>
<div><dt>Evidencia</dt><dd>{{#PIDE_EVIDENCIA}}La pide. {{/PIDE_EVIDENCIA}}{{#NO_PIDE_EVIDENCIA}}No hace falta. {{/NO_PIDE_EVIDENCIA}}<a href="/tarea/{{ID}}/evidencia">Ver las evidencias</a></dd></div>
{{#HAY_HORAS}}<div><dt>Horas</dt><dd>{{HORAS}}</dd></div>
{{/HAY_HORAS}}{{#HAY_DESCRIPCION}}<div><dt>Detalle</dt><dd>{{DESCRIPCION}}</dd></div>
{{/HAY_DESCRIPCION}}</dl>
{{#PUEDE}}<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_VERSION}}
{{>CAMPO_ESTADO}}
{{>CAMPO_FECHA}}
{{>CAMPO_MOTIVO}}
<div class="acc"><button>Guardar</button> <a href="/servidor/{{VINCULO_ID}}/tareas">Cancelar</a></div>
</form>
{{/PUEDE}}{{#NO_PUEDE}}<div class="nota"><p>Esta tarea la registra otra persona, o su etapa ya culminó. <a href="/servidor/{{VINCULO_ID}}/tareas">Ver las tareas</a></p></div>
{{/NO_PUEDE}}
