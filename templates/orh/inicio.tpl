{{%AUTOESCAPE context="HTML"}}
<h1>Inducción en su entidad</h1>
<p class="lead">Al {{HOY}}: {{VIGENTES:x-miles}} {{VIGENTES:x-segun=persona/personas}} con vínculo vigente; {{CULMINADAS:x-miles}} {{CULMINADAS:x-segun=culminó/culminaron}} sus tres etapas.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Empiece por lo que está vencido o espera su respuesta. Cada número abre su lista. Para anotar un ingreso, pulse «Registrar a un servidor» y tenga a la mano su documento, su puesto y su fecha de ingreso.</p></details>
<div class="acc"><a class="btn" href="/servidor/registrar">Registrar a un servidor</a> <a class="btn sec" href="/planilla/subir">Subir una planilla</a> <a class="btn sec" href="/servidor/lista">Ver a los servidores</a></div>
{{#ES_NUEVA}}<div class="nota"><h2>Todavía no hay nadie registrado</h2><p>Registre al primer servidor: el portal calcula las fechas de sus tres etapas y aquí verá qué sigue.</p></div>
{{/ES_NUEVA}}{{#NO_ES_NUEVA}}<h2>Hoy</h2>
<ul class="cifras">
<li{{#URGE_VENCIDAS}} class="urge"{{/URGE_VENCIDAS}}><a href="/servidor/lista?estado=VENCIDA"><b>{{VENCIDAS:x-miles}}</b> {{VENCIDAS:x-segun=persona/personas}} con etapas vencidas</a></li>
<li{{#URGE_POR_ACEPTAR}} class="urge"{{/URGE_POR_ACEPTAR}}><a href="/orh/transferencias"><b>{{POR_ACEPTAR:x-miles}}</b> {{POR_ACEPTAR:x-segun=transferencia/transferencias}} por responder</a></li>
<li><a href="/orh/pendientes?ver=OBSERVADAS"><b>{{OBSERVADAS:x-miles}}</b> {{OBSERVADAS:x-segun=persona/personas}} con etapas observadas por SERVIR</a></li>
<li><a href="/orh/transferencias"><b>{{ENVIADAS:x-miles}}</b> {{ENVIADAS:x-segun=transferencia enviada/transferencias enviadas}} sin respuesta</a></li>
<li{{#URGE_SIN_JEFE}} class="urge"{{/URGE_SIN_JEFE}}><a href="/servidor/lista?sin_jefe=1"><b>{{SIN_JEFE:x-miles}}</b> {{SIN_JEFE:x-segun=persona/personas}} sin jefe inmediato</a></li>
<li{{#URGE_ACLARAR}} class="urge"{{/URGE_ACLARAR}}><a href="/consulta/lista?estado=POR_ACLARAR"><b>{{POR_ACLARAR:x-miles}}</b> {{POR_ACLARAR:x-segun=consulta/consultas}} que SERVIR pide aclarar</a>; <a href="/consulta/lista?estado=RESPONDIDA">{{RESPONDIDAS:x-miles}} {{RESPONDIDAS:x-segun=respondida/respondidas}}</a></li>
<li><a href="/servidor/lista?estado=POR_VENCER"><b>{{POR_VENCER:x-miles}}</b> {{POR_VENCER:x-segun=persona/personas}} con etapas que vencen en 7 días</a></li>
<li{{#URGE_TAREAS}} class="urge"{{/URGE_TAREAS}}><a href="/orh/tareas"><b>{{TAREAS:x-miles}}</b> {{TAREAS:x-segun=tarea del plan vencida/tareas del plan vencidas}} o de esta semana</a></li>
</ul>
<h2>Lo más atrasado</h2>
<p><a href="/orh/pendientes">Marcar las etapas que ya culminaron</a></p>
{{#NO_VENCIDAS_FILAS}}<p>Nada vencido. Buen trabajo.</p>
{{/NO_VENCIDAS_FILAS}}<ol class="tareas">
{{#VENCIDAS_FILAS}}<li><div><a href="/servidor/{{VINCULO_ID}}/ficha">{{NOMBRE}}</a>
<p class="hint">{{#DE_ESTADO}}A. Al Estado: debe llevar el curso de SERVIR.{{/DE_ESTADO}}{{#DE_ENTIDAD}}B. A la entidad: la conduce la ORH.{{/DE_ENTIDAD}}{{#DE_PUESTO}}C. Al puesto: la conduce el jefe inmediato.{{/DE_PUESTO}} Venció el {{FECHA_LIMITE}}.</p></div>
<span class="est VENCIDA">{{DIAS:x-miles}} {{DIAS:x-segun=día/días}}</span></li>
{{/VENCIDAS_FILAS}}</ol>
{{#MAS_VENCIDAS}}<p><a href="/servidor/lista?estado=VENCIDA">Ver a todas las personas con etapas vencidas</a></p>
{{/MAS_VENCIDAS}}{{/NO_ES_NUEVA}}
